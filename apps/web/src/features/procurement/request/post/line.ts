import { type LocalDate, plusDays, type UnitCode } from "@jizhen/kernel";
import {
  allPacks,
  asFamily,
  attributeOf,
  emptySpec,
  FamilyCode,
  type Finding,
  familyOf,
  heldOf,
  type LineSpec,
  type ParsedLine,
  parse,
  type SpecContent,
  type SpecValue,
  validate,
} from "@jizhen/spec";

/** One line of the demand while it is written. Numbers and dates are what stands in the fields. */
export type PostLine = {
  readonly key: string;
  readonly text: string;
  readonly spec: LineSpec;
  readonly quantity: string;
  readonly unit: string;
  readonly wantedDate: string | null;
  readonly splittable: boolean;
  readonly equivalentGrades: boolean;
  /** What the parser asked or said and the rules cannot know: doubtful words with their choices, unclear dates. */
  readonly asked: readonly Finding[];
};

export const quantityCodes: readonly string[] = ["spec.quantity.missing", "spec.quantity.assumed", "spec.quantity.in_doubt"];
const dateCodes: readonly string[] = ["spec.lead.unclear", "spec.date.year_assumed", "spec.date.unclear"];
/** Said again by the rules on every change, so the parser's copy is not kept. */
const recomputed: readonly string[] = ["spec.attribute.missing", "spec.bore.missing"];

/** A parsed line as the form holds it; "30 days" becomes a date counted from today. */
export function lineFrom(parsed: ParsedLine, key: string, today: LocalDate): PostLine {
  const { spec, quantity, leadDays, wantedDate, findings } = parsed;
  return {
    key,
    text: parsed.text.trim(),
    spec,
    quantity: quantity?.value ?? "",
    unit: quantity?.unit ?? familyOf(spec.family).unit,
    wantedDate: wantedDate ?? (leadDays === null ? null : plusDays(today, leadDays)),
    splittable: true,
    equivalentGrades: false,
    asked: findings.filter(({ code, level }) => !recomputed.includes(code) && level !== "note"),
  };
}

/** What stands open on a line: the parser's questions that nobody has answered, then what the rules find now. */
export function findingsOf(line: PostLine): readonly Finding[] {
  if (line.spec.byText) return line.asked.filter(({ code }) => quantityCodes.includes(code));
  const asked = line.asked.filter(
    ({ attributes }) => attributes.length === 0 || !attributes.every((name) => heldOf(line.spec, name)?.origin === "typed"),
  );
  const known = new Set(asked.map(subjectOf));
  const quantity = line.quantity === "" ? null : { value: line.quantity, unit: line.unit };
  const found = validate(line.spec, { quantity }).filter((finding) => !known.has(subjectOf(finding)) && !askedOf(asked, finding));
  return [...asked, ...found];
}

/** Two findings are about the same when code and attributes agree; findings are made anew on every look. */
export const subjectOf = ({ code, attributes }: Finding): string => `${code} ${attributes.join(" ")}`;
/** A doubt about a value is asked once: the parser's question has the choices. */
const askedOf = (asked: readonly Finding[], { code, attributes }: Finding): boolean =>
  code === "spec.value.in_doubt" && asked.some((finding) => finding.attributes.some((name) => attributes.includes(name)));

/** Keeps the line from going out: a quantity, a required part or a doubt. */
export const stopsOf = (line: PostLine): readonly Finding[] => {
  if (line.spec.byText) return [];
  const doubtful = line.spec.values.filter(({ state }) => state === "doubt").map(({ attribute }) => attribute);
  return findingsOf(line).filter(({ level, attributes }) => level === "stop" || attributes.some((name) => doubtful.includes(name)));
};

const settled = (asked: readonly Finding[], attribute: string): readonly Finding[] =>
  asked.filter(({ attributes }) => !attributes.includes(attribute));

/** A person said what an attribute is: typed and sure, and nothing more is asked about it. Null empties it. */
export function withValue(line: PostLine, attribute: string, value: SpecContent | null): PostLine {
  if (attribute === "family") return inFamily(line, FamilyCode.parse(value));
  const others = line.spec.values.filter((held) => held.attribute !== attribute);
  const unit = attributeOf(line.spec.family, attribute)?.unit ?? null;
  const asWritten = (typeof value === "string" ? value : (heldOf(line.spec, attribute)?.asWritten ?? "")).slice(0, 200);
  const held: SpecValue[] = value === null ? [] : [{ attribute, value, unit, asWritten, origin: "typed", state: "sure" }];
  return { ...line, spec: { ...line.spec, values: [...others, ...held] }, asked: settled(line.asked, attribute) };
}

/** Another kind of product keeps what it also knows; the rest goes back to the note. */
export const inFamily = (line: PostLine, family: FamilyCode): PostLine => ({ ...line, spec: asFamily(line.spec, family), asked: [] });

/** The value stands as it was understood. */
export function confirmed(line: PostLine, attribute: string): PostLine {
  const value = heldOf(line.spec, attribute)?.value ?? null;
  return value === null ? line : withValue(line, attribute, value);
}

export const withQuantity = (line: PostLine, quantity: string): PostLine => ({
  ...line,
  quantity,
  asked: line.asked.filter(({ code }) => !quantityCodes.includes(code)),
});

export const withDate = (line: PostLine, wantedDate: string | null): PostLine => ({
  ...line,
  wantedDate,
  asked: line.asked.filter(({ code }) => !dateCodes.includes(code)),
});

/** A failure to parse never blocks: what was written goes out as words, doubts are dropped, sure parts stay for matching. */
export function asText(line: PostLine, byText: boolean): PostLine {
  if (!byText) return { ...line, spec: { ...line.spec, byText: false } };
  const values = line.spec.values.filter(({ state }) => state === "sure");
  return { ...line, spec: { ...line.spec, values, byText: true }, asked: line.asked.filter(({ code }) => quantityCodes.includes(code)) };
}

/** Reads what was typed into one cell: a listed code, name or alias, else what the parser makes of it, else the words themselves. */
export function readCell(line: PostLine, attribute: string, text: string): PostLine {
  const written = text.trim();
  if (written === "") return withValue(line, attribute, null);
  const kind = attributeOf(line.spec.family, attribute);
  if (kind === null) return line;
  const wanted = written.toLowerCase();
  const listed = kind.values.find(({ code, names, aliases }) =>
    [code, names.zh, names.en, ...(aliases ?? [])].some((name) => name.toLowerCase() === wanted),
  );
  if (listed !== undefined)
    return withValue(line, attribute, kind.type === "set" || kind.type === "evidence" ? [listed.code] : listed.code);
  const value = parsedValue(line, attribute, written);
  if (value !== null) return withValue(line, attribute, value);
  return withValue(
    line,
    attribute,
    kind.type === "range" && /^-?\d+(\.\d+)?$/.test(written) ? { low: written, high: written } : written.slice(0, 200),
  );
}

function parsedValue(line: PostLine, attribute: string, written: string): SpecContent | null {
  const pack = familyOf(line.spec.family).pack;
  const tries = [
    written,
    ...(attribute === "dn" && /^\d+$/.test(written) ? [`DN${written}`] : []),
    `${familyOf(line.spec.family).names.zh} ${written}`,
  ];
  for (const attempt of tries) {
    const [read] = parse(attempt, allPacks, { pack }).lines;
    const held = read?.spec.family === line.spec.family ? heldOf(read.spec, attribute) : null;
    if (held !== null && held.value !== null) return held.value;
  }
  return null;
}

/** A new line of the same kind as the one above, empty but for what usually repeats. */
export const emptyLine = (key: string, above: PostLine | undefined): PostLine => ({
  key,
  text: "",
  spec: emptySpec(above?.spec.family ?? "generic"),
  quantity: "",
  unit: above?.unit ?? "H87",
  wantedDate: above?.wantedDate ?? null,
  splittable: above?.splittable ?? true,
  equivalentGrades: above?.equivalentGrades ?? false,
  asked: [],
});

export const unitOf = (line: PostLine): UnitCode => line.unit as UnitCode;
