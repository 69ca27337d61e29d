import { newId } from "@jizhen/db";
import { checkSign, type OrganisationEntry, organisationCheckSign } from "@jizhen/domain-town";
import { FileId, type TownId } from "@jizhen/kernel";
import { nobodyOrganisation } from "../../platform/tx.ts";
import type { Someone, World } from "../../testing/index.ts";

/** An invented number with correct digits: the organisation part DEM and five digits belongs to no real firm. */
export function aNumber(n: number, county = "140921"): string {
  const part = `DEM${String(n).padStart(5, "0")}`;
  const body = `91${county}${part}${organisationCheckSign(part)}`;
  return `${body}${checkSign(body)}`;
}

/** Somebody who signed up and holds no seat anywhere. */
export async function aNewcomer(world: World, name: string): Promise<Someone> {
  const [id, token] = [newId("pers"), newId("token")];
  const email = `${id}@jizhen.example`;
  await world.asOwner("insert into person (id, name, email, email_verified) values ($1, $2, $3, true)", [id, name, email]);
  await world.asOwner("insert into session (id, token, user_id, expires_at) values ($1, $2, $3, '2100-01-01T00:00:00Z')", [
    newId("sess"),
    token,
    id,
  ]);
  return { ...world.stranger, actor: { ...world.stranger.actor, personId: id }, token, email, name };
}

/** A licence as the upload leaves it: its uploader's, in the town applied to, not yet bound to an application. */
export async function aLicence(world: World, who: Someone, townId: TownId, organisationId: string = nobodyOrganisation): Promise<FileId> {
  const id = newId("file");
  await world.asOwner(
    `insert into stored_file (town_id, id, organisation_id, person_id, name, media_type, size, sha256, storage_key, purpose, at)
     values ($1, $2, $3, $4, 'licence.png', 'image/png', 3, 'x', $5, 'application', now())`,
    [townId, id, organisationId, who.actor.personId, newId("key")],
  );
  return FileId.parse(id);
}

export const anApplication = (licence: FileId) => ({
  address: "山西省忻州市定襄县示例路1号",
  regionCode: "140921",
  legalRepresentative: "张示例",
  mainProducts: "法兰",
  contact: { name: "李示例", phone: "0350-1234567", email: null },
  licence,
});

export const anEntry = (number: string, change: Partial<OrganisationEntry> = {}): OrganisationEntry => ({
  country: "CN",
  number,
  nameZh: "定襄示例法兰有限公司（演示）",
  nameEn: null,
  shownExactly: false,
  ...change,
});

/** Registers a new firm of this newcomer and answers with the person at the new desk. */
export async function aRegistration(world: World, number: string, at = world.dingxiang, change: Partial<OrganisationEntry> = {}) {
  const newcomer = await aNewcomer(world, "新办企业负责人");
  const licence = await aLicence(world, newcomer, at.id);
  const made = await world.as(newcomer, { workspace: null }).town.organisation.register({
    townId: at.id,
    organisation: anEntry(number, change),
    kind: "firm",
    application: anApplication(licence),
    consentEdition: "2026-1",
  });
  const actor = { townId: at.id, orgId: made.organisationId, personId: newcomer.actor.personId };
  return { ...made, licence, owner: { ...newcomer, actor, workspace: `${at.id}/${made.organisationId}` } satisfies Someone };
}

let townCount = 0;
/** What a province officer writes of a new town, its office and its first two administrators. */
export function aTownEntry(number: string) {
  townCount += 1;
  return {
    town: {
      slug: `test-town-${townCount}`,
      nameZh: `测试镇${townCount}`,
      nameEn: `Test town ${townCount}`,
      countyCode: "140525",
      cityZh: "晋城市",
      category: "manufacturing",
      level: "provincial" as const,
      pack: "generic",
    },
    administration: { number, nameZh: `测试镇${townCount}管理办公室`, nameEn: null, shownExactly: false },
    administrators: [`first${number.toLowerCase()}@jizhen.example`, `second${number.toLowerCase()}@jizhen.example`] as [string, string],
  };
}
