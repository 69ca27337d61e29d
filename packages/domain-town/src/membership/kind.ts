import * as z from "zod";

/** What an organisation is in a town. `administration` governs it and is appointed, never applied for. */
export const MembershipKind = z.enum(["firm", "institution", "carrier", "funder", "association", "foreign_buyer", "administration"]);
export type MembershipKind = z.infer<typeof MembershipKind>;

/** The kinds a person can apply for. */
export const ApplicantKind = MembershipKind.exclude(["administration"]);
export type ApplicantKind = z.infer<typeof ApplicantKind>;
