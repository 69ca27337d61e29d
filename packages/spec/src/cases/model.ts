/**
 * A line as people write it and what it must give, "text => family field=value …". Blanks in a value are written `_`; `qty=200:H87`;
 * `lead=30`; `at=FOB:Tianjin`; `date=2026-12-20`; `field=?` must be asked because nobody could know. Everything else must stay unread.
 */
export type Case = { readonly text: string; readonly family: string; readonly fields: ReadonlyMap<string, string> };

export const cases = (table: string): readonly Case[] =>
  table
    .trim()
    .split("\n")
    .map((row) => {
      const [text = "", expected = ""] = row.split(" => ");
      const [family = "", ...fields] = expected.trim().split(/\s+/);
      return {
        text: text.replaceAll("\\n", "\n").replaceAll("\\t", "\t"),
        family,
        fields: new Map(
          fields.map((field): [string, string] => {
            const at = field.indexOf("=");
            return [field.slice(0, at), field.slice(at + 1).replaceAll("_", " ")];
          }),
        ),
      };
    });
