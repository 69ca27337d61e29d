import { type PaperType, TownRules } from "@jizhen/domain-town";
import { LocalDate } from "@jizhen/kernel";

/** The rules as a person types them: whole numbers and dates as text. */
export type SettingsForm = {
  readonly standstillDays: string;
  readonly sealedHours: string;
  readonly unsealedHours: string;
  readonly unsealedAllowed: boolean;
  readonly threshold: string;
  readonly kindsAccepted: readonly TownRules["kindsAccepted"][number][];
  readonly reviewed: readonly TownRules["kindsAccepted"][number][];
  readonly edition: string;
  readonly documentsRequired: readonly PaperType[];
  readonly holidays: string;
  readonly workdays: string;
};

const fenInYuan = 100;

export const formOf = (rules: TownRules): SettingsForm => ({
  standstillDays: String(rules.standstillDays),
  sealedHours: String(rules.minimumWindowHours.sealed),
  unsealedHours: String(rules.minimumWindowHours.unsealed),
  unsealedAllowed: rules.unsealedAllowed,
  threshold: rules.sealingThreshold === null ? "" : String(rules.sealingThreshold / fenInYuan),
  kindsAccepted: rules.kindsAccepted,
  reviewed: rules.visitingKindsReviewed,
  edition: rules.consentEdition,
  documentsRequired: rules.documentsRequired,
  holidays: rules.calendar.holidays.join("\n"),
  workdays: rules.calendar.workdays.join("\n"),
});

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,，、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The first piece that is no date, to be named to the person. */
export const badDateIn = (text: string): string | null => linesOf(text).find((line) => !LocalDate.safeParse(line).success) ?? null;

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);
const fenOf = (text: string): number | null =>
  text.trim() === "" ? null : /^\d{1,10}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * fenInYuan) : Number.NaN;

/** What would be saved, or which field cannot be. */
export function rulesOf(form: SettingsForm): { readonly rules: TownRules } | { readonly wrong: readonly (keyof SettingsForm)[] } {
  const read = TownRules.safeParse({
    standstillDays: whole(form.standstillDays),
    minimumWindowHours: { sealed: whole(form.sealedHours), unsealed: whole(form.unsealedHours) },
    unsealedAllowed: form.unsealedAllowed,
    sealingThreshold: fenOf(form.threshold),
    visitingKindsReviewed: [...form.reviewed],
    kindsAccepted: [...form.kindsAccepted],
    consentEdition: form.edition.trim(),
    documentsRequired: [...form.documentsRequired],
    calendar: { holidays: linesOf(form.holidays), workdays: linesOf(form.workdays) },
  });
  if (read.success) return { rules: read.data };
  return { wrong: read.error.issues.map(({ path }) => fieldAt(path.map(String))) };
}

const fields: Readonly<Record<string, keyof SettingsForm>> = {
  standstillDays: "standstillDays",
  "minimumWindowHours.sealed": "sealedHours",
  "minimumWindowHours.unsealed": "unsealedHours",
  sealingThreshold: "threshold",
  kindsAccepted: "kindsAccepted",
  consentEdition: "edition",
  "calendar.holidays": "holidays",
  "calendar.workdays": "workdays",
};
const fieldAt = (path: readonly string[]): keyof SettingsForm =>
  fields[path.slice(0, 2).join(".")] ?? fields[path[0] ?? ""] ?? "unsealedAllowed";
