import { openShared } from "@jizhen/db";
import type { Definition } from "@jizhen/domain-town";
import { localDateAt, type TownId } from "@jizhen/kernel";
import type { Services } from "../../platform/services.ts";
import { platformActor } from "../../platform/tx.ts";
import { townFor } from "../../trpc/context.ts";
import type { Shown } from "./board.table.ts";
import { allDefinitions } from "./indicator.store.ts";
import type { PublishedTable } from "./publication.usecases.ts";

/** A number, or the word for a hidden one; what was not reported does not stand on a public page. */
type PortalShown = { readonly state: "value"; readonly amount: string } | { readonly state: "suppressed" };
const publicly = (shown: Shown): PortalShown | null =>
  shown.state === "value" ? shown : shown.state === "suppressed" ? { state: "suppressed" } : null;

/** A figure as everybody may see it: what it is, of when, by which meaning, from where, and what was hidden of it. */
export type PortalFigure = Pick<Definition, "key" | "nameZh" | "nameEn" | "meaningZh" | "meaningEn" | "unit" | "source"> & {
  readonly shown: PortalShown;
  readonly quarter: string;
  readonly version: number;
  readonly revision: number;
  readonly publishedOn: string;
};

type Published = { quarter: string; at: Date; cell: PublishedTable["cells"][number] };

/** The town's cells of the newest published quarter; of several publications of one quarter the last one stands. */
const newestSql = `
  select p.quarter, p.at, c.cell
    from (select quarter, at, content from publication
           where town_id = $1 and content->'cells' @> jsonb_build_array(jsonb_build_object('town', $2::text)) order by quarter desc, id desc limit 1) p,
         jsonb_array_elements(p.content->'cells') as c(cell)
   where c.cell->>'town' = $2`;

/**
 * Read from the province's publications, where everything that must be hidden is hidden already: the town's own figures behind its wall
 * are not looked at for a public page.
 */
export async function publishedFigures(services: Services, townId: TownId): Promise<PortalFigure[]> {
  const [province] = await openShared(services.database).read((tx) =>
    tx.query<{ id: TownId }>("town.portal.province", "select id from town where kind = 'province' order by created_at limit 1", []),
  );
  if (!province) return [];
  return townFor(services, platformActor(province.id), null).read(async (tx) => {
    const rows = await tx.query<Published>("town.portal.figures", newestSql, [province.id, townId]);
    if (rows.length === 0) return [];
    const definitions = new Map((await allDefinitions(tx)).map((one) => [`${one.key}/${one.version}`, one]));
    return rows.flatMap(({ quarter, at, cell: { key, version, revision, shown: told } }): PortalFigure[] => {
      const definition = version === null ? undefined : definitions.get(`${key}/${version}`);
      const shown = publicly(told);
      if (!definition || shown === null) return [];
      const { nameZh, nameEn, meaningZh, meaningEn, unit, source } = definition;
      const words = { key: definition.key, nameZh, nameEn, meaningZh, meaningEn, unit, source };
      return [{ ...words, shown, quarter, version: definition.version, revision, publishedOn: localDateAt(at) }];
    });
  });
}
