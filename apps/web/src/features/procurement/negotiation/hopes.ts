/** What stands in the fields, by line; an empty field asks for nothing. */
export type Hopes = Readonly<Record<number, string>>;

export const targetsOf = (hopes: Hopes): { readonly lineNo: number; readonly price: string }[] =>
  Object.entries(hopes).flatMap(([lineNo, price]) => (price === "" ? [] : [{ lineNo: Number(lineNo), price }]));
