/** One way to have a line at its best figure: several quotes can reach it, and then the published tie-break decides. */
export type Tied = { readonly lineNo: number; readonly sequences: readonly number[] };

/**
 * The published tie-break among quotes that are equal on every line: as few suppliers as possible, then the earliest receipts
 * (the smallest set of receipt sequences, compared from the first on), then on each line the earliest of that set.
 */
export function breakTies(lines: readonly Tied[]): Map<number, number> {
  const forced = new Set(lines.filter(({ sequences }) => sequences.length === 1).flatMap(({ sequences }) => sequences));
  const open = lines.filter(({ sequences }) => !sequences.some((sequence) => forced.has(sequence)));
  const added = smallestSet(open.map(({ sequences }) => sequences));
  const chosen = new Set([...forced, ...added]);
  return new Map(lines.map(({ lineNo, sequences }) => [lineNo, earliest(sequences.filter((sequence) => chosen.has(sequence)))]));
}

const earliest = (sequences: readonly number[]): number => Math.min(...sequences);

/** The smallest set that meets every group, and among those the one whose sorted sequences come first. */
function smallestSet(groups: readonly (readonly number[])[]): readonly number[] {
  for (let size = 0; ; size += 1) {
    const found = firstOf(groups, size, []);
    if (found) return found;
  }
}

function firstOf(groups: readonly (readonly number[])[], left: number, chosen: readonly number[]): readonly number[] | null {
  const unmet = groups.filter((group) => !group.some((sequence) => chosen.includes(sequence)));
  const narrowest = unmet.reduce<readonly number[] | null>(
    (best, group) => (best === null || group.length < best.length ? group : best),
    null,
  );
  if (narrowest === null) return [...chosen].sort((a, b) => a - b);
  if (left === 0) return null;
  return narrowest.reduce<readonly number[] | null>((best, sequence) => {
    const found = firstOf(unmet, left - 1, [...chosen, sequence]);
    return found && (best === null || comesFirst(found, best)) ? found : best;
  }, null);
}

function comesFirst(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((sequence, index) => sequence !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? Number.POSITIVE_INFINITY);
}
