import type { Definition } from "@jizhen/domain-town";
import type { Content, TableCell } from "pdfmake/interfaces";
import { meaningOf, nameOf, unitOf } from "../modules/town/figure-words.ts";
import { momentOf } from "./figures.ts";
import type { Paper } from "./paper.ts";
import type { Press } from "./press.ts";

export const grey = "#646a73";
type Style = { readonly [name: string]: unknown };
export type Text = (words: string, style?: Style) => Content;
export const textOf =
  ({ type }: Press): Text =>
  (words, style = {}) => ({ text: type.set(words), ...style });

/** What every paper of figures has: title, period, when it was made, and the mark of invented data. */
export function figurePaper(press: Press, title: string, period: string, demo: boolean, body: readonly Content[]): Paper {
  const { say, type } = press;
  const text = textOf(press);
  const content: Content[] = [
    text(title, { fontSize: 18, bold: true }),
    text(period, { fontSize: 11, color: grey, margin: [0, 2, 0, 10] }),
    ...body,
  ];
  if (type.replaced()) content.push(text(say("documents.order.missing_signs"), { fontSize: 7.5, color: grey, margin: [0, 10, 0, 0] }));
  const made = say("documents.order.made_at", { at: momentOf(press.madeAt) });
  return {
    font: press.font,
    content,
    info: { title: `${title} ${period}`, subject: period, creator: "Jizhen" },
    pageWords: say("documents.order.page", { page: "{{page}}", pages: "{{pages}}" }),
    footer: text(`${title} · ${period} · ${made}${demo ? `\n${say("figures.file.demo_note")}` : ""}`),
    continued: text(say("documents.order.continued", { number: `${title} ${period}` }), { fontSize: 8, color: grey }),
    mark: demo ? say("documents.demo") : null,
    language: press.locale,
  };
}

export const heading = (text: Text, words: string): Content => text(words, { bold: true, fontSize: 11, margin: [0, 12, 0, 4] });

/** What each figure means, and what the three words that are no number mean. */
export function methodOf(definitions: readonly Definition[], press: Press): Content[] {
  const { say, locale } = press;
  const text = textOf(press);
  const source = (one: Definition) => say(one.source === "declared" ? "figures.cockpit.declared" : "figures.cockpit.computed");
  const rows = definitions.map((one): TableCell[] => [
    text(nameOf(one, locale), { bold: true, fontSize: 8 }),
    text(`v${one.version}`, { fontSize: 8, color: grey }),
    text(meaningOf(one, locale), { fontSize: 8 }),
    text(`${unitOf(one.unit, say)} · ${source(one)}`, { fontSize: 8, color: grey }),
  ]);
  const notes = (["suppressed", "missing", "not_connected"] as const).map((state) =>
    text(`${say(`figures.value.${state}`)}: ${say(`figures.file.note.${state}`)}`, { fontSize: 8, margin: [0, 2, 0, 0] }),
  );
  return [
    heading(text, say("figures.file.method")),
    { table: { widths: [96, 18, "*", 110], dontBreakRows: true, body: rows }, layout: "lines" },
    { stack: notes, margin: [0, 6, 0, 0] },
  ];
}
