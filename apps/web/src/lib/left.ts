const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

export type Left = { readonly days: number; readonly hours: number; readonly minutes: number; readonly seconds: number };

/** Splits what is left; a started second still counts, so that "0" is shown only when the time is over. */
export function leftOf(milliseconds: number): Left {
  const rest = Math.max(0, Math.ceil(milliseconds / second) * second);
  return {
    days: Math.floor(rest / day),
    hours: Math.floor((rest % day) / hour),
    minutes: Math.floor((rest % hour) / minute),
    seconds: Math.floor((rest % minute) / second),
  };
}

/** What is left as far as words show it (days with hours, hours with minutes, else seconds): the same for as long as the words are. */
export function shownLeft(milliseconds: number): number {
  const rest = Math.max(0, Math.ceil(milliseconds / second) * second);
  const step = rest >= day ? hour : rest >= hour ? minute : second;
  return Math.floor(rest / step) * step;
}

/** When a waiting person is told aloud: one day, one hour, ten minutes, one minute, the end. */
const thresholds = [0, minute, 10 * minute, hour, day] as const;

/** The nearest threshold passed between two looks at the clock, else null. A sleeping device that wakes late hears only the last one. */
export function nextThreshold(before: number, after: number): number | null {
  return thresholds.find((mark) => before > mark && after <= mark) ?? null;
}
