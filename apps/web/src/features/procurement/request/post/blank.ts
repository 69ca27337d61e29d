import type { RequestTerms } from "@jizhen/domain-procurement";
import type { PostLine } from "./line.ts";

export type Reach = "town" | "province" | "invited";
/** `kept`: the close that the market knows already, as an instant. */
export type Closing =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "kept"; readonly at: string };

/** Everything on the page while a request is written; plain data, so that it can lie in local storage. */
export type PostForm = {
  readonly paste: string;
  readonly lines: readonly PostLine[];
  readonly title: string;
  readonly place: string;
  readonly closing: Closing;
  readonly reach: Reach;
  readonly sealing: RequestTerms["sealing"];
  readonly awardBy: RequestTerms["awardBy"];
  readonly currency: RequestTerms["currency"];
  readonly incoterm: string;
  readonly port: string;
  readonly paymentDays: string;
  readonly ceiling: string;
  readonly showCeiling: boolean;
  readonly firmDate: boolean;
  readonly buyerHidden: boolean;
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string }[];
  readonly note: string;
};

export const emptyForm = (place: string): PostForm => ({
  paste: "",
  lines: [],
  title: "",
  place,
  closing: { kind: "days", days: 3 },
  reach: "town",
  sealing: "at_rest",
  awardBy: "whole",
  currency: "CNY",
  incoterm: "",
  port: "",
  paymentDays: "",
  ceiling: "",
  showCeiling: false,
  firmDate: false,
  buyerHidden: false,
  attachments: [],
  note: "",
});

export const isPostForm = (value: unknown): value is PostForm =>
  typeof value === "object" && value !== null && "paste" in value && "lines" in value && Array.isArray(value.lines) && "closing" in value;

export type OnForm = (change: (form: PostForm) => PostForm) => void;

export const newKey = (): string => crypto.randomUUID().slice(0, 8);
