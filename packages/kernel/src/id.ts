import * as z from "zod";

/** A typeid (https://github.com/jetify-com/typeid): a prefix and 26 signs of Crockford base 32 over a UUIDv7, so ids sort by birth. */
export const idOf = <P extends string>(prefix: P) =>
  z.templateLiteral([`${prefix}_`, z.string().regex(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/)]).brand<P>();

/** The type of an id of this kind, where the prefix is only known as a type. */
export type IdOf<P extends string> = `${P}_${string}` & z.core.$brand<P>;

export const TownId = idOf("town");
export type TownId = z.infer<typeof TownId>;
export const OrgId = idOf("org");
export type OrgId = z.infer<typeof OrgId>;
export const PersonId = idOf("pers");
export type PersonId = z.infer<typeof PersonId>;
export const SeatId = idOf("seat");
export type SeatId = z.infer<typeof SeatId>;
export const FileId = idOf("file");
export type FileId = z.infer<typeof FileId>;
