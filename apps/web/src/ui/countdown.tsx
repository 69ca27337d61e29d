import { useEffect, useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { leftOf, nextThreshold, shownLeft } from "#lib/left.ts";
import { useTranslation } from "#lib/translation.tsx";

type CountdownProps = { readonly to: Date /** Words when the time is over. */; readonly over: string; readonly onOver?: () => void };

/** Time left by the server's clock, every second. A screen reader is told at one day, one hour, ten minutes, one minute and the end. */
export function Countdown({ to, over, onOver }: CountdownProps) {
  const { t } = useTranslation();
  const end = to.getTime();
  // Not the clock itself: a list of sixty countdowns would be drawn every second for words that change each hour.
  const [left, setLeft] = useState(() => shownLeft(end - serverNow().getTime()));
  const [told, setTold] = useState("");
  useEffect(() => {
    let before = end - serverNow().getTime();
    setLeft(shownLeft(before));
    const timer = setInterval(() => {
      const after = end - serverNow().getTime();
      setLeft(shownLeft(after));
      const passed = nextThreshold(before, after);
      if (passed !== null) setTold(passed === 0 ? over : wordsOf(t, passed));
      if (before > 0 && after <= 0) onOver?.();
      before = after;
    }, 1_000);
    return () => clearInterval(timer);
  }, [end, over, onOver, t]);
  return (
    <span className={`k-figures${left > 0 && left < 3_600_000 ? " k-urgent" : ""}`}>
      <span aria-hidden={told !== "" || undefined}>{left <= 0 ? over : wordsOf(t, left)}</span>
      <span className="k-hidden" aria-live="polite">
        {told}
      </span>
    </span>
  );
}

type Say = (key: "ui.left.days" | "ui.left.hours" | "ui.left.minutes", params: Record<string, number>) => string;

function wordsOf(t: Say, left: number): string {
  const { days, hours, minutes, seconds } = leftOf(left);
  if (days > 0) return t("ui.left.days", { days, hours });
  if (hours > 0) return t("ui.left.hours", { hours, minutes });
  return t("ui.left.minutes", { minutes, seconds });
}
