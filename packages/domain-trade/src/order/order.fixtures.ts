import type { Act, Actor } from "@jizhen/kernel";
import { OrgId, PersonId, TownId } from "@jizhen/kernel";
import { OrderFacts, OrderId, type OrderIn, type OrderStatus, type PurchaseOrder } from "./model.ts";
import { issue } from "./transitions.ts";

const tail = (n: number) => `01h455vb4pex5vsknk084sn${String(n).padStart(3, "0")}`;
export const townId = TownId.parse(`town_${tail(1)}`);
export const buyerOrg = OrgId.parse(`org_${tail(2)}`);
export const supplierOrg = OrgId.parse(`org_${tail(3)}`);
export const strangerOrg = OrgId.parse(`org_${tail(4)}`);
const person = PersonId.parse(`pers_${tail(5)}`);

export const buyer: Actor = { townId, orgId: buyerOrg, personId: person };
export const supplier: Actor = { townId, orgId: supplierOrg, personId: person };

/** A Monday morning in the town. */
export const monday = new Date("2026-11-23T01:00:00.000Z");
export const act = (by: Actor, at: Date = monday): Act => ({ by, at });

const party = (organisationId: OrgId, nameZh: string) => ({
  organisationId,
  nameZh,
  nameEn: null,
  country: "CN",
  number: "91140921DEM000014N",
  demo: true,
});

export const facts = (change: Partial<OrderFacts> = {}): OrderFacts =>
  OrderFacts.parse({
    source: { awardId: `awrd_${tail(6)}`, round: 1 },
    request: { id: `preq_${tail(7)}`, number: "CG-2026-000001", title: "带颈对焊法兰一批" },
    terms: {
      buyer: party(buyerOrg, "定襄示例采购01有限公司（演示）"),
      supplier: party(supplierOrg, "定襄示例法兰07有限公司（演示）"),
      currency: "CNY",
      priceIncludesTax: true,
      taxRate: "13",
      incoterm: null,
      place: "山西省忻州市定襄县",
      deliverTo: "山西省忻州市定襄县",
      port: null,
      paymentDays: 30,
      validUntil: "2026-12-31",
      charges: [{ part: "packing", amount: 5_000 }],
      note: "",
    },
    lines: [1, 2].map((lineNo) => ({
      lineNo,
      quoteId: `quot_${tail(8)}`,
      spec: { pack: "flange@1.0.0", family: "flange", values: [], note: "", byText: true },
      text: "WN DN150 PN16 RF 20#",
      note: "",
      quantity: { value: "200", unit: "H87" },
      price: "86.5",
      base: "1",
      leadDays: 30,
      wantedDate: null,
      deviation: null,
    })),
    ...change,
  });

const issued = issue(facts(), { id: OrderId.parse(`ordr_${tail(9)}`), number: "DD-2026-000001" }, act(buyer)).next;
const answered = { answeredAt: monday, answeredBy: person };

export const anOrder = {
  issued,
  confirmed: { ...issued, ...answered, status: "confirmed" },
  refused: { ...issued, ...answered, status: "refused", reasonCode: "no_capacity", reasonText: null },
  lapsed: { ...issued, status: "lapsed", lapsedAt: issued.answerBy },
} satisfies { [S in OrderStatus]: OrderIn<S> };

export const everyOrder: readonly PurchaseOrder[] = Object.values(anOrder);
