import type { Say } from "react-i18next";
import type { Board } from "./words.ts";

/** Cells that a spreadsheet would run as a formula are written as text. */
const cell = (text: string): string => {
  const safe = /^[=+@\t]/.test(text) || (text.startsWith("-") && Number.isNaN(Number(text))) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The board as CSV with its method: UTF-8 with a byte-order mark; hidden, missing and not connected are words, never zero. */
export function boardFile(board: Board, t: Say, language: string): string {
  const zh = language !== "en";
  const head = ["town", "key", "name", "version", "period", "revision", "report", "value", "state", "unit", "growth_percent", "coverage"];
  const lines = board.towns.flatMap((town) =>
    board.definitions.map((definition) => {
      const { value, growth, version } = town.cells[definition.key] ?? {
        value: { state: "missing" as const },
        growth: null,
        version: null,
      };
      return [
        zh ? town.nameZh : town.nameEn,
        definition.key,
        zh ? definition.nameZh : definition.nameEn,
        String(version ?? ""),
        board.period,
        String(town.report?.revision ?? ""),
        town.report?.state ?? "",
        value.state === "value" ? value.amount : "",
        value.state === "value" ? "value" : t(`figures.value.${value.state}`),
        definition.unit,
        growth?.state === "value" ? growth.percent : "",
        town.report ? `${town.report.checked}/${town.report.expected}` : "",
      ];
    }),
  );
  const method = board.definitions.map((one) => [one.key, `v${one.version}`, zh ? one.meaningZh : one.meaningEn, one.unit, one.source]);
  const rows = [
    head,
    ...lines,
    [],
    [t("figures.definitions.title")],
    ...method,
    [],
    [t("figures.value.suppressed"), t("figures.value.suppressed_why")],
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
