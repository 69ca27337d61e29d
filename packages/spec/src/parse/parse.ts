import type { Finding, ParseAnswer, ParsedLine, ParseHints } from "../model.ts";
import type { Pack } from "../pack.ts";
import { allPacks } from "../packs/all.ts";
import { finding } from "./findings.ts";
import { gradePatterns } from "./grade-words.ts";
import { type Heading, inherits, nextHeading } from "./heading.ts";
import { compile, type Lexicon, lexical } from "./lexicon.ts";
import { type Draft, readLine } from "./line.ts";
import { prepare } from "./normalise.ts";
import { type Pattern, patterned } from "./pattern.ts";
import { commonPatterns } from "./patterns-common.ts";
import { goodsPatterns } from "./patterns-goods.ts";
import { pipingPatterns } from "./patterns-piping.ts";
import { type Piece, split } from "./split.ts";
import { standardPatterns } from "./standards.ts";
import { type Header, headerOf, rowDraft } from "./table.ts";

export type Tools = { readonly lexicon: Lexicon; readonly patterns: readonly Pattern[] };

const compiled = new WeakMap<readonly Pack[], Tools>();

function toolsOf(packs: readonly Pack[]): Tools {
  const known = compiled.get(packs);
  if (known !== undefined) return known;
  const lexicon = compile(packs);
  const held = (pattern: Pattern): boolean => pattern.families === null || pattern.families.some((family) => lexicon.families.has(family));
  const patterns = [...commonPatterns, ...pipingPatterns, ...goodsPatterns, ...standardPatterns(packs), ...gradePatterns].filter(held);
  const tools = { lexicon, patterns };
  compiled.set(packs, tools);
  return tools;
}

/** Longer pastes are taken line by line up to here; the rest goes out by text, nothing is dropped. */
export const limits = { lines: 1_000, lineLength: 2_000 } as const;

function plainDraft(piece: Piece, original: string, tools: Tools): Draft {
  const prepared = prepare(piece.text, piece.start);
  return {
    prepared,
    original,
    candidates: [...lexical(prepared, tools.lexicon), ...patterned(prepared.text, tools.patterns)],
    bare: "line",
  };
}

const unread = (piece: Piece, original: string): Draft => ({
  prepared: prepare(piece.text, piece.start),
  original,
  candidates: [],
  bare: "never",
});

/**
 * Reads what a buyer typed or pasted: lines and Excel blocks, Chinese or English. Pure: the same text gives the same answer everywhere.
 * What is unclear is asked, what is unknown stays in the note.
 */
export function parse(text: string, packs: readonly Pack[] = allPacks, hints: ParseHints = {}): ParseAnswer {
  const tools = toolsOf(packs);
  const lines: ParsedLine[] = [];
  const findings: Finding[] = [];
  const frame: { start: number; end: number }[] = [];
  let header: Header | null = null;
  let heading: Heading | null = null;
  const { pieces, shortened, tooMany } = split(text, limits);
  for (const piece of pieces) {
    if (!piece.parsed) {
      lines.push(readLine(unread(piece, text), hints));
      continue;
    }
    const head = headerOf(piece);
    if (head !== null) {
      header = head;
      frame.push({ start: piece.start, end: piece.start + piece.text.length });
      for (const name of head.unknown) findings.push(finding("spec.column.unknown", "note", [], { name }));
      continue;
    }
    if (piece.cells.length < 2) header = null;
    if (header !== null && /^\s*(?:合计|总计|小计|total|sum|sub ?total)/i.test(piece.text)) {
      frame.push({ start: piece.start, end: piece.start + piece.text.length });
      continue;
    }
    const draft =
      piece.cells.length > 1 && (piece.divided || header !== null) ? rowDraft(piece, text, header, tools) : plainDraft(piece, text, tools);
    const inForce: Heading | null = header === null && heading !== null && (heading.isOwnLine || piece.continues) ? heading : null;
    const line = readLine(draft, hints, inForce);
    // A heading that gave its words to the lines below it is no line of its own.
    if (inForce?.isOwnLine === true && lines.at(-1)?.span === inForce.span && inherits(line)) {
      lines.pop();
      frame.push(inForce.span);
    }
    heading = nextHeading(heading, line, piece.continues);
    lines.push(line);
  }
  if (shortened) findings.push(finding("spec.line.too_long", "note", [], { max: limits.lineLength }));
  if (tooMany) findings.push(finding("spec.paste.too_long", "note", [], { max: limits.lines }));
  return { lines, frame, findings };
}
