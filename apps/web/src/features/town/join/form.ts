import { type ApplicantKind, Application, OrganisationEntry } from "@jizhen/domain-town";
import type { Inputs } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { orNull } from "../parts/mend.ts";

/** What stands in the fields of joining; empty text is "none" once it is sent. */
export type JoinForm = {
  organisation: { country: string; number: string; nameZh: string; nameEn: string; shownExactly: boolean };
  townId: string;
  kind: ApplicantKind;
  application: {
    address: string;
    regionCode: string | null;
    legalRepresentative: string;
    mainProducts: string;
    contact: { name: string; phone: string; email: string };
    licence: string;
  };
  consent: boolean;
};

export const emptyApplication: JoinForm["application"] = {
  address: "",
  regionCode: null,
  legalRepresentative: "",
  mainProducts: "",
  contact: { name: "", phone: "", email: "" },
  licence: "",
};

/** Who opened the account answers for the firm, until somebody else is named. */
export const joinFor = (name: string): JoinForm => ({
  organisation: { country: "CN", number: "", nameZh: "", nameEn: "", shownExactly: false },
  townId: "",
  kind: "firm",
  application: { ...emptyApplication, contact: { ...emptyApplication.contact, name } },
  consent: false,
});

export const isJoinForm = (value: unknown): value is JoinForm =>
  typeof value === "object" && value !== null && "organisation" in value && "application" in value && "kind" in value;

export const entryOf = ({ organisation }: JoinForm): unknown => ({ ...organisation, nameEn: orNull(organisation.nameEn) });

export const applicationOf = (application: JoinForm["application"], licence: readonly Uploaded[]): unknown => ({
  ...application,
  contact: { ...application.contact, email: orNull(application.contact.email) },
  licence: licence[0]?.id ?? "",
});

export { Application as ApplicationSchema, OrganisationEntry as EntrySchema };
export type RegisterInput = Inputs["town"]["organisation"]["register"];
