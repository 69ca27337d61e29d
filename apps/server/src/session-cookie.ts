import { createHmac, timingSafeEqual } from "node:crypto";

const sign = (value: string, secret: string): Buffer => createHmac("sha256", secret).update(value).digest();

/** The token of a session cookie whose signature holds; null for anything else, so that a guessed token never reaches the database. */
export function readSessionToken(header: string | undefined, name: string, secret: string): string | null {
  const raw = header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (!raw) return null;
  const value = decode(raw);
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const expected = sign(token, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** Signed the way better-auth signs, so that either reads the other's. */
export const signedCookieValue = (token: string, secret: string): string =>
  encodeURIComponent(`${token}.${sign(token, secret).toString("base64")}`);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
