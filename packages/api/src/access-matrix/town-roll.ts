import { RollEntryId } from "@jizhen/domain-town";
import { aFirmRow, anUploadedList, aWorkbook } from "../modules/town/import.fixtures.ts";
import { aNumber } from "../modules/town/town.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Rows } from "./row.ts";

let numbers = 40_000;
const content = () => ({
  country: "CN",
  number: aNumber((numbers += 1)),
  nameZh: `名录示例${numbers}厂`,
  nameEn: null,
  regionCode: null,
  address: null,
  legalRepresentative: null,
  contactName: null,
  contactPhone: null,
  mainProducts: null,
  establishedOn: null,
  state: "operating" as const,
  employees: null,
});

async function anEntry(world: World) {
  const written = content();
  const { id } = await world.as(world.townAdministrator).town.roll.add({ content: written });
  return { id: RollEntryId.parse(id), written };
}

async function aList(world: World) {
  return anUploadedList(world, world.townAdministrator, await aWorkbook([aFirmRow((numbers += 1))]));
}
async function anImport(world: World) {
  const { id } = await world.as(world.townAdministrator).town.import.check({ fileId: await aList(world) });
  return id;
}

export const rollRows: Rows = {
  "town.roll.list": {
    by: "reviewer",
    elsewhere: "blank",
    given: async (world) => {
      const { id, written } = await anEntry(world);
      return { input: { text: "" }, secrets: [id, written.number] };
    },
  },
  "town.roll.get": { by: "reviewer", given: async (world) => ({ input: { rollEntryId: (await anEntry(world)).id } }) },
  // Every administration writes its own roll: the same number may stand on another town's.
  "town.roll.add": { by: "townAdministrator", elsewhere: "allowed", given: async () => ({ input: { content: content() } }) },
  "town.roll.edit": {
    by: "townAdministrator",
    given: async (world) => {
      const { id, written } = await anEntry(world);
      return { input: { rollEntryId: id, version: 0, content: { ...written, employees: 9 } } };
    },
  },
  "town.import.list": { by: "reviewer", elsewhere: "blank", given: async (world) => ({ secrets: [await anImport(world)] }) },
  "town.import.get": { by: "reviewer", given: async (world) => ({ input: { importId: await anImport(world) } }) },
  "town.import.rows": {
    by: "reviewer",
    elsewhere: "blank",
    given: async (world) => ({ input: { importId: await anImport(world) }, secrets: [aNumber(numbers)] }),
  },
  "town.import.check": { by: "townAdministrator", given: async (world) => ({ input: { fileId: await aList(world) } }) },
  "town.import.decide": {
    by: "townAdministrator",
    given: async (world) => ({ input: { importId: await anImport(world), rowNo: null, result: "new", decision: "skip", fields: null } }),
  },
  "town.import.commit": { by: "townAdministrator", given: async (world) => ({ input: { importId: await anImport(world) } }) },
};
