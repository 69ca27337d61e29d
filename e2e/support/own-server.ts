/** This worker's server: the one named from outside, or the one of its place among the workers. */
function own(name: "JIZHEN_URL" | "JIZHEN_DATA"): string {
  const value = process.env[name] ?? process.env[`${name}_${process.env["TEST_PARALLEL_INDEX"] ?? "0"}`];
  if (value === undefined) throw new Error(`${name} must name the server under test`);
  return value;
}

export const ownUrl = (): string => own("JIZHEN_URL");
export const ownDataDir = (): string => own("JIZHEN_DATA");
