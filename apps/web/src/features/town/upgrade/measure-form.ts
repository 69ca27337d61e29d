import { assessmentEditions, itemsOf, newestEdition } from "@jizhen/domain-town";
import type { Inputs } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import type { Upgrade } from "./parts.tsx";

export type Measure = Inputs["town"]["upgrade"]["baseline"]["measured"];
export type Carrier = "electricity" | "coal" | "coke" | "gas" | "diesel" | "heat";
export const carriers = ["electricity", "coal", "coke", "gas", "diesel", "heat"] as const satisfies readonly Carrier[];
export const outputUnits = ["TNE", "KGM", "H87"] as const;
export const editionKeys = assessmentEditions.map(({ key }) => key);

/** A month as it is typed: output and one amount a carrier. */
export type Typed = { readonly output: string; readonly used: Readonly<Partial<Record<Carrier, string>>> };
export type Draft = {
  readonly edition: string;
  readonly answers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly carriers: readonly Carrier[];
  readonly first: string;
  readonly months: readonly Typed[];
  readonly files: readonly Uploaded[];
};

const empty: Typed = { output: "", used: {} };

/** The month `steps` after another, without the domain's schemas: both sides are plain text here. */
export function monthAfter(month: string, steps: number): string {
  const [year = 0, nth = 1] = month.split("-").map(Number);
  const count = year * 12 + nth - 1 + steps;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Begins where the last measurement ended: its readings when it is mended, its frame when the effect is measured. */
export function draftFor({ state, baseline }: Upgrade): Draft {
  const input = baseline?.input;
  const again = state === "baselined" && input !== undefined;
  const used = (input?.months ?? []).flatMap(({ used: amounts }) => Object.keys(amounts) as Carrier[]);
  return {
    edition: input?.edition ?? newestEdition()?.key ?? "",
    answers: input?.answers ?? {},
    unit: input?.outputUnit ?? "TNE",
    carriers: used.length > 0 ? [...new Set(used)] : ["electricity"],
    first: again ? (input.months[0]?.month ?? "") : "",
    months:
      again && input.months.length > 0 ? input.months.map(({ output, used: amounts }) => ({ output, used: amounts })) : withCount([], 12),
    files: again ? (baseline?.files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })) ?? []) : [],
  };
}

export const withCount = (months: readonly Typed[], count: number): Typed[] =>
  Array.from({ length: count }, (_, at) => months[at] ?? empty);

export function measureOf({ kind, plan }: Upgrade, draft: Draft): Measure {
  const [digital, metered] = [kind !== "low_carbon", kind !== "digital"];
  const edition = assessmentEditions.find(({ key }) => key === draft.edition);
  const known = new Set(edition ? itemsOf(edition).map(({ key }) => key) : []);
  return {
    boundary: plan.boundary,
    edition: digital ? draft.edition : null,
    answers: digital ? Object.fromEntries(Object.entries(draft.answers).filter(([key]) => known.has(key))) : {},
    outputUnit: metered ? draft.unit : null,
    months: metered
      ? draft.months.map(({ output, used }, at) => ({
          month: monthAfter(draft.first, at) as Measure["months"][number]["month"],
          output,
          used: Object.fromEntries(draft.carriers.flatMap((carrier) => (used[carrier] ? [[carrier, used[carrier]]] : []))),
        }))
      : [],
    files: draft.files.map(({ id }) => id as Measure["files"][number]),
  };
}
