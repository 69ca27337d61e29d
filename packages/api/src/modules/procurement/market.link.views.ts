import { openShared } from "@jizhen/db";
import { RequestId, type Sealing } from "@jizhen/domain-procurement";
import { TownId } from "@jizhen/kernel";
import { type LineSpec, nameOf, shownValue } from "@jizhen/spec";
import * as z from "zod";
import { refuse } from "../../platform/refuse.ts";
import type { Services } from "../../platform/services.ts";
import { MarketRequestCard } from "./market.store.ts";

type Words = { readonly zh: string; readonly en: string };

/** A request as whoever holds its link may read it. Named here and with instants as text: the page carries neither packs nor the query layer. */
export type ShownRequest = {
  readonly id: RequestId;
  readonly number: string;
  readonly title: string;
  readonly town: { readonly id: TownId; readonly slug: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly buyer: MarketRequestCard["buyer"];
  readonly demo: boolean;
  readonly sealing: Sealing;
  readonly currency: string;
  readonly place: string;
  readonly incoterm: string | null;
  readonly firmDate: boolean;
  readonly lines: readonly ShownLine[];
  readonly closesAt: string;
  /** The database's clock, by which the close is decided. */
  readonly serverNow: string;
  readonly open: boolean;
};
export type ShownLine = {
  readonly lineNo: number;
  /** Only of a line that its buyer wrote as text. */
  readonly text: string | null;
  readonly parts: readonly { readonly name: Words; readonly value: Words }[];
  readonly quantity: MarketRequestCard["lines"][number]["quantity"];
  readonly wantedDate: string | null;
  readonly equivalentGrades: boolean;
};

const Row = z.object({
  id: RequestId,
  number: z.string(),
  title: z.string(),
  card: MarketRequestCard,
  closesAt: z.date(),
  townId: TownId,
  slug: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  demo: z.boolean(),
});

/** A random id is the key. What is not on the market does not exist here, whatever the reason: one answer for all of it. */
export async function readShown(services: Services, id: RequestId): Promise<ShownRequest> {
  return openShared(services.database).read(async (tx) => {
    const [found] = await tx.query<object>(
      "procurement.market.get",
      `select m.request_id as id, m.number, m.title, m.card, m.closes_at as "closesAt", t.id as "townId", t.slug, t.name_zh as "nameZh",
              t.name_en as "nameEn", t.demo
         from market_request m join town t on t.id = m.host_town where m.request_id = $1`,
      [id],
    );
    if (found === undefined) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
    const { number, title, card, closesAt, townId, slug, nameZh, nameEn, demo } = Row.parse(found);
    const { buyer, sealing, currency, place, incoterm, firmDate } = card;
    return {
      id,
      number,
      title,
      town: { id: townId, slug, nameZh, nameEn },
      buyer,
      demo,
      sealing,
      currency,
      place,
      incoterm,
      firmDate,
      lines: card.lines.map(({ lineNo, spec, text, quantity, wantedDate, equivalentGrades }) => ({
        lineNo,
        text: spec.byText ? text : null,
        parts: spec.byText ? [] : partsOf(spec),
        quantity,
        wantedDate,
        equivalentGrades,
      })),
      closesAt: closesAt.toISOString(),
      serverNow: tx.at.toISOString(),
      open: tx.at < closesAt,
    };
  });
}

const partsOf = (spec: LineSpec): ShownLine["parts"] =>
  spec.values.map((held) => {
    const about = { family: spec.family, attribute: held.attribute };
    return {
      name: { zh: nameOf(about, "zh-CN"), en: nameOf(about, "en") },
      value: { zh: shownValue(spec.family, held, "zh-CN"), en: shownValue(spec.family, held, "en") },
    };
  });
