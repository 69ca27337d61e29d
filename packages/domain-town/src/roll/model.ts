import { idOf, LocalDate } from "@jizhen/kernel";
import * as z from "zod";
import { CountryCode } from "../organisation/model.ts";

export const RollEntryId = idOf("roll");
export type RollEntryId = z.infer<typeof RollEntryId>;

/** 在营, 停业, 注销: what an entity of the town does, whether or not it is a member. */
export const RollState = z.enum(["operating", "dormant", "closed"]);
export type RollState = z.infer<typeof RollState>;

const text = (max: number) => z.string().trim().min(1).max(max);

/** What the town knows of a business entity; form, import and table share it. */
export const RollContent = z.strictObject({
  country: CountryCode,
  /** Normalised; null where the town does not know it yet. */
  number: z.string().min(2).max(40).nullable(),
  nameZh: z.string().trim().min(2).max(120),
  nameEn: text(160).nullable(),
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  address: text(200).nullable(),
  legalRepresentative: text(60).nullable(),
  contactName: text(60).nullable(),
  contactPhone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()-]{5,22}$/)
    .nullable(),
  mainProducts: text(400).nullable(),
  establishedOn: LocalDate.nullable(),
  state: RollState,
  employees: z.int().min(0).max(1_000_000).nullable(),
});
export type RollContent = z.infer<typeof RollContent>;
export type RollField = Exclude<keyof RollContent, "country">;
export const rollFields = Object.keys(RollContent.shape).filter((field): field is RollField => field !== "country");

/** An entry of the town's roll as it stands. */
export const RollEntry = RollContent.extend({ id: RollEntryId, version: z.int().min(0) });
export type RollEntry = z.infer<typeof RollEntry>;

const legalForm = /(?:股份有限责任公司|有限责任公司|股份有限公司|有限公司|集团|公司)/g;

/** One spelling for one name: width, case, blanks, brackets and the legal form do not tell two firms apart. */
export const nameKeyOf = (name: string): string => {
  const bare = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
  return bare.replace(legalForm, "") || bare;
};
