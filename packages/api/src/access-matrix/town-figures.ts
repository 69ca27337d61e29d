import { firstDefinitions, type Quarter, Quarter as QuarterOf, quarterPlus } from "@jizhen/domain-town";
import { cellsOf, climb, declare } from "../modules/town/figures.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";

const used = new Map<string, number>();

/** Every row has a quarter of its own in its town: nothing one walk leaves behind meets another. */
function nextQuarter({ dingxiang }: World): Quarter {
  const before = used.get(dingxiang.id) ?? 0;
  used.set(dingxiang.id, before + 1);
  return quarterPlus(QuarterOf.parse("2021-Q1"), before);
}

const form = async (world: World): Promise<Given> => {
  const quarter = nextQuarter(world);
  return { input: { quarter, cells: cellsOf(quarter), version: 0 } };
};

async function aDeclaration(world: World) {
  const quarter = nextQuarter(world);
  const { id, version } = await declare(world, world.supplier, quarter);
  return { declarationId: id, version };
}

const at =
  (step: Parameters<typeof climb>[1], more: object = {}) =>
  async (world: World): Promise<Given> => {
    const quarter = nextQuarter(world);
    await declare(world, world.supplier, quarter);
    const { id, version } = await climb(world, step, quarter);
    return { input: { reportId: id, version, ...more } };
  };

async function aQuarterToHandIn(world: World): Promise<Given> {
  const quarter = nextQuarter(world);
  const { id, version } = await declare(world, world.supplier, quarter);
  await world.as(world.reviewer).town.declaration.check({ declarationId: id, version });
  const { firms, report } = await world.as(world.reviewer).town.report.desk({ quarter });
  const missing = firms.filter(({ state }) => state !== "checked").map(({ organisationId }) => ({ organisationId, reason: "other" }));
  return { input: { quarter, version: report?.version ?? 0, missing } };
}

const why = { reason: "测试原因" };
const [sample] = firstDefinitions;

export const townFigureRows: Rows = {
  // The input names no firm: everybody reads and writes their own form.
  "town.declaration.mine": { by: "buyerOwner", rival: "allowed", elsewhere: "allowed" },
  "town.declaration.own": {
    by: "supplier",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => {
      const quarter = nextQuarter(world);
      const { id } = await declare(world, world.supplier, quarter);
      return { input: { quarter }, secrets: [id, world.supplier.actor.orgId] };
    },
  },
  "town.declaration.save": { by: "buyerOwner", rival: "allowed", elsewhere: "allowed", given: form },
  "town.declaration.submit": { by: "buyerOwner", rival: "allowed", elsewhere: "allowed", given: form },
  "town.declaration.get": {
    by: "reviewer",
    given: async (world) => ({ input: { declarationId: (await aDeclaration(world)).declarationId } }),
  },
  // The other town's administrator is no reviewer there either.
  "town.declaration.check": { by: "reviewer", elsewhere: "forbidden", given: async (world) => ({ input: await aDeclaration(world) }) },
  "town.declaration.return": {
    by: "reviewer",
    elsewhere: "forbidden",
    given: async (world) => ({ input: { ...(await aDeclaration(world)), ...why } }),
  },
  "town.report.list": { by: "townAdministrator", elsewhere: "forbidden", given: async () => ({ input: { quarter: null } }) },
  "town.report.figures": {
    by: "townAdministrator",
    elsewhere: "forbidden",
    given: async (world) => {
      const { input } = await at("submitted")(world);
      return { input: { reportId: (input as { reportId: string }).reportId } };
    },
  },
  "town.report.desk": {
    by: "reviewer",
    elsewhere: "blank",
    given: async (world) => ({ input: { quarter: nextQuarter(world) }, secrets: [world.supplier.actor.orgId] }),
  },
  "town.report.submit": { by: "reviewer", elsewhere: "forbidden", given: aQuarterToHandIn },
  "town.report.approve": { by: "townAdministrator", given: at("submitted") },
  "town.report.return": { by: "townAdministrator", given: at("submitted", why) },
  "town.report.accept": { by: "provinceOfficer", elsewhere: "forbidden", given: at("approved") },
  "town.report.sendBack": { by: "provinceOfficer", elsewhere: "forbidden", given: at("approved", why) },
  "town.report.lock": { by: "provinceOfficer", elsewhere: "forbidden", given: at("accepted") },
  "town.report.reopen": { by: "provinceOfficer", elsewhere: "forbidden", given: at("locked", why) },
  "town.indicator.definitions": { by: "provinceOfficer", elsewhere: "forbidden" },
  "town.indicator.define": {
    by: "provinceOfficer",
    elsewhere: "forbidden",
    given: async () => ({ input: { ...sample, version: 2, validFrom: "2098-Q1" } }),
  },
  "town.indicator.cockpit": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [world.supplier.actor.orgId] }),
  },
  "town.indicator.open": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => {
      const quarter = nextQuarter(world);
      await declare(world, world.supplier, quarter);
      await climb(world, "submitted", quarter);
      return { input: { key: "jobs", period: quarter }, secrets: [world.supplier.actor.orgId] };
    },
  },
  "town.board.get": { by: "provinceOfficer", elsewhere: "forbidden", given: async () => ({ input: { period: null } }) },
  "town.publication.list": { by: "provinceOfficer", elsewhere: "forbidden" },
  "town.publication.publish": {
    by: "provinceOfficer",
    elsewhere: "forbidden",
    given: async (world) => {
      const quarter = nextQuarter(world);
      await declare(world, world.supplier, quarter);
      await climb(world, "locked", quarter);
      return { input: { quarter } };
    },
  },
};
