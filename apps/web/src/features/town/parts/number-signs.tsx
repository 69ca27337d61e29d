/** A credit code in groups that the eye can compare with a licence; questioned signs are marked by frame and weight, not by colour alone. */
export function NumberSigns({
  number,
  positions,
  label,
}: {
  readonly number: string;
  readonly positions: readonly number[];
  readonly label: string;
}) {
  return (
    <span className="t-signs" role="img" aria-label={label}>
      {[...number].map((sign, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={`${positions.includes(index + 1) ? "t-sign-doubt" : ""}${index === 2 || index === 8 || index === 17 ? " t-sign-gap" : ""}`}
        >
          {sign}
        </span>
      ))}
    </span>
  );
}
