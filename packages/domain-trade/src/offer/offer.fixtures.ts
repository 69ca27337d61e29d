import { PersonId } from "@jizhen/kernel";
import { supplierOrg, townId } from "../order/order.fixtures.ts";
import { OfferContent, OfferId, type OfferIn, type OfferStatus } from "./model.ts";

export const july = (day: number) => new Date(`2026-07-${String(day).padStart(2, "0")}T02:00:00.000Z`);

export const content = (change: Partial<Record<keyof OfferContent, unknown>> = {}): OfferContent =>
  OfferContent.parse({
    title: "带颈对焊法兰 DN150 PN16",
    spec: { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true },
    text: "WN DN150 PN16 RF 20#",
    unit: "H87",
    price: { kind: "tiers", currency: "CNY", priceIncludesTax: true, taxRate: "13", tiers: [{ from: "1", price: "86.5", base: "1" }] },
    minimum: "10",
    step: null,
    packing: "木箱",
    leadDays: 15,
    place: "定襄",
    validUntil: "2026-12-31",
    note: "",
    ...change,
  });

const draft: OfferIn<"draft"> = {
  id: OfferId.parse("offr_01h455vb4pex5vsknk084sn001"),
  status: "draft",
  townId,
  organisationId: supplierOrg,
  writtenBy: PersonId.parse("pers_01h455vb4pex5vsknk084sn005"),
  content: content(),
  revision: 1,
  version: 0,
  updatedAt: july(1),
};
const shown = { ...draft, number: "GY-2026-000001", publishedAt: july(1) };

export const anOffer = {
  draft,
  published: { ...shown, status: "published" },
  paused: { ...shown, status: "paused" },
  withdrawn: { ...shown, status: "withdrawn", reasonText: null },
} satisfies { [S in OfferStatus]: OfferIn<S> };
