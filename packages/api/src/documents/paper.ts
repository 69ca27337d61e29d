import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";

/** What a page maker can be told in a message: content without functions, and the parts that repeat on every page. */
export type Paper = {
  /** The name of the font that is used where nothing else is said. */
  readonly font: string;
  readonly content: Content[];
  readonly info: NonNullable<TDocumentDefinitions["info"]>;
  /** `{{page}}` and `{{pages}}` stand for the numbers. */
  readonly pageWords: string;
  readonly footer: Content;
  /** At the head of every page but the first. */
  readonly continued: Content;
  /** A mark across every page, or null. */
  readonly mark: string | null;
  readonly language: string;
};
