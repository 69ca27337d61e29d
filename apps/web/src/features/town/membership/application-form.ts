import type { Uploaded } from "#lib/upload.ts";
import { emptyApplication, type JoinForm } from "../join/form.ts";
import type { Own } from "./membership-page.tsx";

/** What was applied with, back in the fields, so that only what is wrong needs typing. */
export function formOf(own: Own | null): JoinForm["application"] {
  if (own === null || own.membership.file.source !== "application") return emptyApplication;
  const { address, regionCode, legalRepresentative, mainProducts, contact } = own.membership.file;
  return { address, regionCode, legalRepresentative, mainProducts, contact: { ...contact, email: contact.email ?? "" }, licence: "" };
}

export const licenceOf = (own: Own | null): Uploaded[] => (own?.licence ? [own.licence] : []);
