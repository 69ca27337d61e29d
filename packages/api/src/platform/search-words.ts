/** Han text as pairs of neighbours, everything else as lower-case words: what a two-character search needs without a dictionary. */
export function searchWords(...texts: readonly string[]): string {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [run] of text
      .normalize("NFKC")
      .toLowerCase()
      .matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.#/-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu)) {
      if (!/^\p{Script=Han}/u.test(run)) found.add(run.replaceAll(/[#/]/g, ""));
      else if (run.length === 1) found.add(run);
      else for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
    }
  }
  return [...found].slice(0, 4_000).join(" ");
}
