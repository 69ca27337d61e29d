type SparklineProps = {
  /** Oldest first; null is a gap, never a zero. */
  readonly values: readonly (number | null)[];
  /** A second, fainter line of the same length, such as last year's. */
  readonly before?: readonly (number | null)[];
  /** What the line says, for those who do not see it. */
  readonly label: string;
  readonly wide?: boolean;
};

const [width, height, edge] = [96, 28, 2];

function pathOf(values: readonly (number | null)[], low: number, high: number): string {
  const step = (width - 2 * edge) / Math.max(1, values.length - 1);
  const y = (value: number) => height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge);
  return values
    .map((value, at) =>
      value === null ? "" : `${at === 0 || values[at - 1] === null ? "M" : "L"}${(edge + at * step).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("");
}

/** A small line of figures; one that stands alone is a dot. */
export function Sparkline({ values, before = [], label, wide = false }: SparklineProps) {
  const all = [...values, ...before].filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return (
    <svg
      className={`k-spark${wide ? " k-spark-wide" : ""}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {all.length > 0 && before.length > 0 && <path className="k-spark-before" d={pathOf(before, low, high)} />}
      {all.length > 0 && <path className="k-spark-line" d={pathOf(values, low, high)} />}
    </svg>
  );
}
