import { newId } from "@jizhen/db";
import type { FreshDatabase } from "@jizhen/db/testing";
import { defaultTownRules, type MembershipKind, type MembershipState, type Role } from "@jizhen/domain-town";
import { type Actor, OrgId, PersonId, TownId } from "@jizhen/kernel";

/** A person at a desk: the seat, the workspace and a live session. */
export type Someone = {
  readonly actor: Actor;
  readonly workspace: string;
  readonly token: string;
  readonly email: string;
  readonly name: string;
};

export type TownFixture = { readonly id: TownId; readonly slug: string; readonly administrationId: OrgId };

export type People = {
  readonly dingxiang: TownFixture;
  readonly xinghuacun: TownFixture;
  readonly province: TownFixture;
  /** A firm of Dingxiang that buys; owner, and a buyer of the same firm. */
  readonly buyerOwner: Someone;
  readonly buyer: Someone;
  /** Suppliers of Dingxiang; each person also holds the owner's role. */
  readonly supplier: Someone;
  readonly secondSupplier: Someone;
  readonly thirdSupplier: Someone;
  /** A salesman of the first supplier who is nothing else. */
  readonly seller: Someone;
  /** Buys and sells in Dingxiang like the others: what is theirs must not be its. */
  readonly rival: Someone;
  /** A suspended member of Dingxiang, owner. */
  readonly suspended: Someone;
  /** Applied to Dingxiang and not yet decided, owner. */
  readonly applicant: Someone;
  readonly townAdministrator: Someone;
  readonly reviewer: Someone;
  /** The other town: a firm that buys and sells, and its administrator. */
  readonly elsewhere: Someone;
  readonly elsewhereAdministrator: Someone;
  /** A firm of Xinghuacun, verified at home, that visits Dingxiang; the workspace is Dingxiang. */
  readonly visiting: Someone;
  readonly provinceOfficer: Someone;
  /** Signed in, without any seat. */
  readonly stranger: Someone;
  /** Another person with a seat of these roles in the same organisation. */
  colleague(of: Someone, roles: readonly Role[]): Promise<Someone>;
  /** A further town of the province, open and connected, with its administrator and a reviewer. */
  anotherTown(slug: string, nameZh: string, nameEn: string): Promise<{ town: TownFixture; administrator: Someone; reviewer: Someone }>;
  /** A further member firm of a town with one owner. */
  firm(at: TownFixture, nameEn: string, roles?: readonly Role[], state?: MembershipState): Promise<Someone>;
};

const sql = {
  town: `insert into town (id, slug, kind, name_zh, name_en, county_code, city_zh, category, pack, state, connected, administration_id, rules, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', true, $10, $11::jsonb, '2026-01-01T00:00:00Z')`,
  organisation: `insert into organisation (id, country, number, name_zh, name_en, code_state, region_code, home_town, created_at)
         values ($1, 'CN', $2, $3, $4, 'sound', '140921', $5, '2026-01-01T00:00:00Z')`,
  person: `insert into person (id, name, email, email_verified) values ($1, $2, $3, true)`,
  seat: `insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, $4, 'active', '2026-01-02T00:00:00Z')`,
  session: `insert into session (id, token, user_id, expires_at) values ($1, $2, $3, '2100-01-01T00:00:00Z')`,
  membership: `insert into membership (town_id, id, organisation_id, kind, state, visiting, file, applied_by, applied_at, decided_at, suspended_by, reason_code, reason_text)
         values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, '2026-01-02T00:00:00Z', $9, $10, $11, $12)`,
  card: `insert into membership_card (organisation_id, host_town, kind, membership_id, state, visiting) values ($1, $2, $3, $4, $5, $6)`,
};

type Standing = { townId: TownId; kind: MembershipKind; state: MembershipState; visiting?: boolean };

/** Lays rows as the owner, past the wall, so that a test's world stands before any use case runs. */
export async function people(fresh: Pick<FreshDatabase, "asOwner">): Promise<People> {
  const put = (statement: string, params: readonly unknown[]) => fresh.asOwner(statement, params);
  let count = 0;

  const person = async (name: string): Promise<{ id: PersonId; token: string; email: string; name: string }> => {
    count += 1;
    const [id, token, email] = [PersonId.parse(newId("pers")), newId("token"), `person${count}@jizhen.example`];
    await put(sql.person, [id, name, email]);
    await put(sql.session, [newId("sess"), token, id]);
    return { id, token, email, name };
  };
  const organisation = async (nameZh: string, nameEn: string, home: TownId | null, id = OrgId.parse(newId("org"))): Promise<OrgId> => {
    count += 1;
    await put(sql.organisation, [id, `91140921MA0TEST${String(count).padStart(3, "0")}`, nameZh, nameEn, home]);
    return id;
  };
  const membership = async (organisationId: OrgId, by: PersonId, { townId, kind, state, visiting = false }: Standing) => {
    const id = newId("memb");
    const file = { source: "appointment", nameZh: "测试", nameEn: null, country: "CN", number: "91140921MA0TEST" };
    const isSuspended = state === "suspended";
    const decidedAt = state === "applied" || state === "under_review" ? null : "2026-01-03T00:00:00Z";
    const reason = isSuspended ? ["host", "false_information", "测试"] : [null, null, null];
    await put(sql.membership, [townId, id, organisationId, kind, state, visiting, JSON.stringify(file), by, decidedAt, ...reason]);
    await put(sql.card, [organisationId, townId, kind, id, state, visiting]);
  };
  const seat = async (name: string, organisationId: OrgId, roles: readonly Role[], townId: TownId): Promise<Someone> => {
    const someone = await person(name);
    await put(sql.seat, [newId("seat"), someone.id, organisationId, [...roles]]);
    const actor: Actor = { townId, orgId: organisationId, personId: someone.id };
    return { actor, workspace: `${townId}/${organisationId}`, token: someone.token, email: someone.email, name };
  };
  const firm = async (
    nameZh: string,
    nameEn: string,
    at: TownFixture,
    roles: readonly Role[],
    state: MembershipState = "active",
  ): Promise<Someone> => {
    const id = await organisation(nameZh, nameEn, at.id);
    const someone = await seat(`${nameEn} owner`, id, roles, at.id);
    await membership(id, someone.actor.personId, { townId: at.id, kind: "firm", state });
    return someone;
  };
  const town = async (
    slug: string,
    names: readonly [string, string, string],
    kind: "town" | "province",
    pack: string,
  ): Promise<TownFixture> => {
    const [id, administrationId] = [TownId.parse(newId("town")), OrgId.parse(newId("org"))];
    const rules = JSON.stringify(defaultTownRules);
    await put(sql.town, [
      id,
      slug,
      kind,
      names[0],
      names[1],
      kind === "town" ? "140921" : null,
      names[2],
      "test",
      pack,
      administrationId,
      rules,
    ]);
    await organisation(`${names[0]}管理办公室`, `${names[1]} administration`, id, administrationId);
    return { id, slug, administrationId };
  };

  const dingxiang = await town("dingxiang", ["定襄法兰专业镇", "Dingxiang", "忻州市"], "town", "flange");
  const xinghuacun = await town("xinghuacun", ["杏花村白酒专业镇", "Xinghuacun", "吕梁市"], "town", "baijiu");
  const province = await town("shanxi", ["山西省", "Shanxi", "太原市"], "province", "flange");
  const office = async (at: TownFixture, name: string, role: Role) => {
    const someone = await seat(name, at.administrationId, [role], at.id);
    return someone;
  };
  const townAdministrator = await office(dingxiang, "Dingxiang administrator", "town_administrator");
  const elsewhereAdministrator = await office(xinghuacun, "Xinghuacun administrator", "town_administrator");
  const provinceOfficer = await office(province, "Province officer", "province_officer");
  for (const [at, who] of [
    [dingxiang, townAdministrator],
    [xinghuacun, elsewhereAdministrator],
    [province, provinceOfficer],
  ] as const) {
    await membership(at.administrationId, who.actor.personId, { townId: at.id, kind: "administration", state: "active" });
  }

  const buyerOwner = await firm("采购机械厂", "Buyer Works", dingxiang, ["owner"]);
  const supplier = await firm("甲锻造厂", "First Forge", dingxiang, ["owner", "seller"]);
  const guest = await firm("来访酒业", "Visiting Distillery", xinghuacun, ["owner"]);
  await membership(guest.actor.orgId, guest.actor.personId, { townId: dingxiang.id, kind: "firm", state: "active", visiting: true });
  const stranger = await person("Stranger");
  const nowhere: Actor = { townId: dingxiang.id, orgId: OrgId.parse(newId("org")), personId: stranger.id };

  return {
    colleague: ({ actor }, roles) => seat(`Colleague (${roles.join(", ")})`, actor.orgId, roles, actor.townId),
    anotherTown: async (slug, nameZh, nameEn) => {
      const made = await town(slug, [nameZh, nameEn, "太原市"], "town", "generic");
      const administrator = await office(made, `${nameEn} administrator`, "town_administrator");
      const who = administrator.actor.personId;
      await membership(made.administrationId, who, { townId: made.id, kind: "administration", state: "active" });
      return { town: made, administrator, reviewer: await office(made, `${nameEn} reviewer`, "reviewer") };
    },
    firm: (at, nameEn, roles = ["owner"], state = "active") => firm(`${nameEn}厂`, nameEn, at, roles, state),
    dingxiang,
    xinghuacun,
    province,
    buyerOwner,
    buyer: await seat("Buyer", buyerOwner.actor.orgId, ["buyer"], dingxiang.id),
    supplier,
    secondSupplier: await firm("乙锻造厂", "Second Forge", dingxiang, ["owner", "seller"]),
    thirdSupplier: await firm("丙锻造厂", "Third Forge", dingxiang, ["owner", "seller"]),
    seller: await seat("Seller", supplier.actor.orgId, ["seller"], dingxiang.id),
    rival: await firm("同行机械厂", "Rival Works", dingxiang, ["owner"]),
    suspended: await firm("停牌锻造厂", "Suspended Forge", dingxiang, ["owner"], "suspended"),
    applicant: await firm("新办锻造厂", "New Forge", dingxiang, ["owner"], "applied"),
    townAdministrator,
    reviewer: await office(dingxiang, "Dingxiang reviewer", "reviewer"),
    elsewhere: await firm("杏花酒业", "Xinghua Distillery", xinghuacun, ["owner"]),
    elsewhereAdministrator,
    visiting: { ...guest, actor: { ...guest.actor, townId: dingxiang.id }, workspace: `${dingxiang.id}/${guest.actor.orgId}` },
    provinceOfficer,
    stranger: {
      actor: nowhere,
      workspace: `${nowhere.townId}/${nowhere.orgId}`,
      token: stranger.token,
      email: stranger.email,
      name: stranger.name,
    },
  };
}
