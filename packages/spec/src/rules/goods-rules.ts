import { textOf } from "../held.ts";
import type { Finding, LineSpec } from "../model.ts";
import { aromaStandards } from "../packs/baijiu.ts";
import { finding } from "../parse/findings.ts";
import { supersededRule } from "./flange-rules.ts";
import type { ValidateContext } from "./validate.ts";

/** Bottles that do not fill the last case, and a standard of another aroma. */
export function baijiuRules(spec: LineSpec, { quantity }: ValidateContext): Finding[] {
  const found: Finding[] = [];
  const pack = textOf(spec, "pack");
  if (
    pack !== null &&
    quantity !== null &&
    quantity !== undefined &&
    quantity.unit === "XBO" &&
    Number(quantity.value) % Number(pack) !== 0
  ) {
    found.push(finding("spec.pack.not_divisible", "ask", ["pack"], { quantity: quantity.value, pack }));
  }
  const [type, standard] = [textOf(spec, "type"), textOf(spec, "standard")];
  const usual = type === null ? undefined : aromaStandards[type];
  if (standard !== null && usual !== undefined && usual !== standard) {
    found.push(
      finding("spec.standard.type_mismatch", "ask", ["type", "standard"], { standard, usual }, [{ attribute: "standard", value: usual }]),
    );
  }
  return found;
}

export const admixtureRules = (spec: LineSpec): Finding[] => supersededRule(spec);

/** An approval is worth its document. */
export function malleableRules(spec: LineSpec): Finding[] {
  return textOf(spec, "approval") === null ? [] : [finding("spec.claim.needs_evidence", "ask", ["approval"], { attribute: "approval" })];
}
