import { LocalDate } from "@jizhen/kernel";

/** A written date, its year the next one that is not past when none was written; null when it is no date or today is unknown. */
export function dateOf(text: string, today: LocalDate | null): { readonly date: LocalDate; readonly yearAssumed: boolean } | null {
  const [year = "", month = "", day = ""] = text.split("-");
  const inYear = (wanted: string): LocalDate | null => {
    const parsed = LocalDate.safeParse(`${wanted}-${month}-${day}`);
    return parsed.success ? parsed.data : null;
  };
  if (year !== "?") {
    const date = inYear(year);
    return date === null ? null : { date, yearAssumed: false };
  }
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  for (const candidate of [thisYear, thisYear + 1]) {
    const date = inYear(String(candidate));
    if (date !== null && date >= today) return { date, yearAssumed: true };
  }
  return null;
}
