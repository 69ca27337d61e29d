/** Text prepared for matching: lower case, half width, each character knowing its place in the original. */
export type Prepared = {
  readonly text: string;
  /** Same length as `text`, with upper and lower case as written. */
  readonly cased: string;
  /** `places[i]` is where character i begins in the original; one entry more than `text`, the last is the end. */
  readonly places: readonly number[];
};

const replaced: ReadonlyMap<string, string> = new Map([
  ["″", '"'],
  ["”", '"'],
  ["“", '"'],
  ["＂", '"'],
  ["〃", '"'],
  ["′", "'"],
  ["’", "'"],
  ["‘", "'"],
  ["Φ", "φ"],
  ["Ф", "φ"],
  ["ф", "φ"],
  ["∅", "φ"],
  ["Ø", "φ"],
  ["ø", "φ"],
  ["⌀", "φ"],
  ["ϕ", "φ"],
  ["✕", "×"],
  ["✖", "×"],
  ["╳", "×"],
  ["、", ","],
  ["。", "."],
  ["—", "-"],
  ["–", "-"],
  ["－", "-"],
  ["−", "-"],
  ["‐", "-"],
  ["‑", "-"],
  ["~", "~"],
  ["～", "~"],
  ["【", "["],
  ["】", "]"],
  ["º", "°"],
  ["˚", "°"],
  ["℃", "°c"],
  ["㎜", "mm"],
  ["¥", "¥"],
  ["￥", "¥"],
  ["\u00a0", " "],
  ["\u3000", " "],
  ["\u200b", " "],
  ["\ufeff", " "],
]);

/** One lower-case code unit per code unit, whatever the letter: some capitals have longer small forms. */
const lower = (text: string): string => {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  return Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("");
};

function folded(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80) return code < 0x20 ? " " : sign;
  const known = replaced.get(sign);
  if (known !== undefined) return known;
  if (code >= 0x4e00 && code <= 0x9fff) return sign;
  const fold = sign.normalize("NFKC").replaceAll("⁄", "/").replaceAll("Φ", "φ").replaceAll("′", "'").replaceAll("\u0000", " ");
  return /^\s+$/.test(fold) ? " " : fold;
}

/** Half width, one kind of quote, dash, cross and diameter sign; "1½" becomes "1-1/2" so that no fraction sticks to its whole. */
export function prepare(original: string, offset = 0): Prepared {
  const cased: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const sign of original) {
    let fold = folded(sign);
    const isFraction = sign !== fold && /^\d\/\d$/.test(fold);
    if (isFraction && /\d$/.test(cased.at(-1) ?? "")) fold = `-${fold}`;
    for (let unit = 0; unit < fold.length; unit += 1) {
      cased.push(fold.charAt(unit));
      places.push(offset + at);
    }
    at += sign.length;
  }
  places.push(offset + at);
  const joined = cased.join("");
  return { text: lower(joined), cased: joined, places };
}

/** The original span of a normalised one; a sign that became several belongs to it whole. */
export function originalSpan(prepared: Prepared, start: number, end: number): { start: number; end: number } {
  const first = prepared.places[start] ?? 0;
  let last = end;
  while (last < prepared.places.length - 1 && last > 0 && prepared.places[last] === prepared.places[last - 1]) last += 1;
  return { start: first, end: prepared.places[last] ?? first };
}
