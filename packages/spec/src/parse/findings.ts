import type { Finding, FindingLevel, FindingOption, SpecFindingCode } from "../model.ts";

export const finding = (
  code: SpecFindingCode,
  level: FindingLevel,
  attributes: readonly string[],
  params: Finding["params"],
  options: readonly FindingOption[] = [],
): Finding => ({ code, level, attributes, params, options });
