import { checkSign, organisationCheckSign } from "@jizhen/domain-town";

/**
 * An invented unified social credit code: the organisation part is DEM and five digits with right check digits (GB 11714, GB 32100),
 * so that none belongs to a real firm. `warned` spoils the last sign, as some early codes in circulation do.
 */
export function inventedNumber(countyCode: string, count: number, warned = false): string {
  const organisation = `DEM${String(count).padStart(5, "0")}`;
  const body = `91${countyCode}${organisation}${organisationCheckSign(organisation)}`;
  const sign = checkSign(body);
  return `${body}${warned ? (sign === "X" ? "W" : "X") : sign}`;
}
