import { type UnitCode, unitCode } from "@jizhen/kernel";
import type { Attribute, AttributeType, ListValue } from "../pack.ts";

const parts = (text: string | undefined): readonly string[] => (text === undefined || text === "" ? [] : text.split(";"));

/**
 * A value list, one value a line: `code | zh | en | alias;alias`. An alias that begins with `!` is an assumption,
 * with `?` a doubt; both are explained at `ListValue`.
 */
export function list(table: string): readonly ListValue[] {
  return table
    .trim()
    .split("\n")
    .map((row) => {
      const [code = "", zh = "", en = "", aliases] = row.split("|").map((cell) => cell.trim());
      const all = parts(aliases);
      return {
        code,
        names: { zh, en },
        aliases: all.filter((alias) => !/^[?!]/.test(alias)),
        assumedBy: all.filter((alias) => alias.startsWith("!")).map((alias) => alias.slice(1)),
        doubtfulBy: all.filter((alias) => alias.startsWith("?")).map((alias) => alias.slice(1)),
      };
    });
}

type Extras = Partial<Omit<Attribute, "code" | "names" | "type" | "unit">> & { readonly unit?: string };

/** An attribute; unless said otherwise it is optional, soft, public and matched. */
export function attribute(code: string, zh: string, en: string, type: AttributeType, extras: Extras = {}): Attribute {
  const { unit, ...rest } = extras;
  return {
    values: [],
    need: "optional",
    hard: false,
    evidence: [],
    private: false,
    usual: null,
    matched: type !== "text",
    onlyWhen: null,
    either: [],
    ...rest,
    code,
    names: { zh, en },
    type,
    unit: unit === undefined ? null : unitCode(unit),
  };
}

export const unit = (code: string): UnitCode => unitCode(code);
