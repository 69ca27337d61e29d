import { newId } from "@jizhen/db";
import type { MembershipKind, MembershipState, Role } from "@jizhen/domain-town";
import { OrgId, type TownId } from "@jizhen/kernel";
import type { Chance } from "./chance.ts";
import { type Firm, type Player, type Rows, rowsAsOf, type Stage } from "./rows.ts";
import { type DemoTown, demoTowns, type Population } from "./towns.ts";

export type LaidTown = {
  readonly town: DemoTown;
  readonly population: Population;
  readonly id: TownId;
  readonly administrator: Player;
  readonly reviewer: Player;
  /** Owners of the member firms in good standing, by number. */
  readonly firms: readonly Player[];
};

/** Casts the whole province: the same seed gives the same firms, only their ids differ. */
export function castProvince(now: Date, luck: Chance): { rows: Rows; officer: Player; laid: LaidTown[] } {
  const stage = rowsAsOf(now, luck);
  const officer = castProvinceOffice(stage);
  const laid = demoTowns.flatMap((town) => castTown(stage, town));
  return { rows: stage.rows, officer, laid };
}

const appointed = { kind: "administration", state: "active", warned: false } as const;

function castProvinceOffice(stage: Stage): Player {
  const names = { nameZh: "山西省", nameEn: "Shanxi province", cityZh: "太原市", category: "province", pack: "generic" };
  const { townId, administration } = stage.town({ slug: "shanxi", kind: "province", countyCode: null, connected: true, ...names });
  const office: Firm = {
    nameZh: "山西省专业镇工作专班（演示）",
    nameEn: "Shanxi towns office (demo)",
    number: stage.officeNumber("140105"),
    country: "CN",
    region: null,
  };
  stage.organisation(administration, office, townId, false);
  const officer = stage.seat(administration, townId, ["province_officer"], "省级专员（演示）", "officer.shanxi");
  stage.membership(officer, appointed, office, false);
  return officer;
}

function castTown(stage: Stage, town: DemoTown): LaidTown[] {
  const { slug, nameZh, nameEn, countyCode, cityZh, category, pack, population } = town;
  const { townId, administration } = stage.town({
    slug,
    kind: "town",
    nameZh,
    nameEn,
    countyCode,
    cityZh,
    category,
    pack,
    connected: population !== null,
  });
  const office: Firm = {
    nameZh: `${town.countyZh}专业镇管理办公室（演示）`,
    nameEn: `${nameEn} administration (demo)`,
    number: stage.officeNumber(countyCode ?? "140400"),
    country: "CN",
    region: countyCode,
  };
  stage.organisation(administration, office, townId, false);
  const administrator = stage.seat(
    administration,
    townId,
    ["town_administrator"],
    `${nameZh}·镇管理员（演示）`,
    population ? `admin.${slug}` : null,
  );
  const reviewer = stage.seat(
    administration,
    townId,
    ["reviewer"],
    `${nameZh}·审核员（演示）`,
    slug === "dingxiang" ? "reviewer.dingxiang" : null,
  );
  // A town begins with two administrators.
  stage.seat(administration, townId, ["town_administrator"], `${nameZh}·第二镇管理员（演示）`);
  stage.membership(administrator, appointed, office, false);
  if (population === null) return [];
  stage.decidedBy(townId, administrator);
  const firms = castFirms(stage, town, townId, population);
  castOthers(stage, town, townId, population);
  return [{ town, population, id: townId, administrator, reviewer, firms }];
}

const shortOf = ({ countyZh }: DemoTown): string => countyZh.replace(/[县市区]$/, "");
const latinOf = ({ slug }: DemoTown): string => `${slug.slice(0, 1).toUpperCase()}${slug.slice(1)}`;

/** Firm 1 of a town buys and firm 9 sells under sign-in links of their own; in the first town their colleagues have links too. */
const linksOf = (slug: string): Record<number, string> => ({ 1: `owner.${slug}`, 9: `supplier.${slug}` });
const colleagues: Record<number, readonly (readonly [Role, string])[]> = {
  1: [
    ["buyer", "采购"],
    ["finance", "财务"],
  ],
  9: [["seller", "销售"]],
};

function castFirms(stage: Stage, town: DemoTown, townId: TownId, { firms, suspended, applied, inReview, warned }: Population): Player[] {
  const total = firms + applied + inReview;
  const inGoodStanding: Player[] = [];
  for (let count = 1; count <= total; count += 1) {
    const state = stateOf(count, firms - suspended, suspended, applied);
    const questioned = count > total - warned;
    // Taigu was 140726 until it became a district: older licences carry the former code.
    const county = town.slug === "taigu" && count % 4 === 0 ? "140726" : (town.countyCode ?? "140100");
    const named = `${shortOf(town)}示例${town.tradeZh}${String(count).padStart(2, "0")}`;
    const firm: Firm = {
      nameZh: `${named}有限公司(演示)`,
      nameEn: `${latinOf(town)} Sample ${town.tradeEn} ${String(count).padStart(2, "0")} Co., Ltd. (demo)`,
      number: stage.number(county, questioned),
      country: "CN",
      region: town.countyCode,
    };
    const id = OrgId.parse(newId("org"));
    stage.organisation(id, firm, townId, questioned);
    const owner = stage.seat(id, townId, ["owner"], `${named}·企业负责人（演示）`, linksOf(town.slug)[count] ?? null);
    stage.membership(owner, { kind: "firm", state, warned: questioned }, firm, true);
    if (town.slug === "dingxiang") {
      for (const [role, zh] of colleagues[count] ?? []) stage.seat(id, townId, [role], `${named}·${zh}（演示）`, `${role}.dingxiang`);
    }
    if (state === "active") {
      inGoodStanding.push(owner);
      stage.papers(owner, count);
    }
  }
  return inGoodStanding;
}

function stateOf(count: number, active: number, suspended: number, applied: number): MembershipState {
  if (count <= active) return "active";
  if (count <= active + suspended) return "suspended";
  return count <= active + suspended + applied ? "applied" : "under_review";
}

type OtherKind = Exclude<MembershipKind, "firm" | "administration">;
const others: readonly { kind: OtherKind; count: keyof Population; zh: string; en: string; role: Role; roleZh: string; link: string }[] = [
  {
    kind: "institution",
    count: "institutions",
    zh: "检测研究院",
    en: "Research Institute",
    role: "operator",
    roleZh: "机构操作员",
    link: "institution",
  },
  { kind: "carrier", count: "carriers", zh: "物流", en: "Logistics", role: "dispatcher", roleZh: "承运调度", link: "carrier" },
  { kind: "funder", count: "funders", zh: "银行", en: "Bank", role: "funder", roleZh: "资方专员", link: "funder" },
  {
    kind: "association",
    count: "associations",
    zh: "行业协会",
    en: "Association",
    role: "operator",
    roleZh: "机构操作员",
    link: "association",
  },
  {
    kind: "foreign_buyer",
    count: "foreignBuyers",
    zh: "境外买家",
    en: "Trading",
    role: "buyer",
    roleZh: "境外采购",
    link: "foreign-buyer",
  },
];
const countries = ["NL", "DE", "KZ", "RU", "AE", "VN"] as const;

function castOthers(stage: Stage, town: DemoTown, townId: TownId, population: Population): void {
  for (const { kind, count, zh, en, role, roleZh, link } of others) {
    for (let index = 1; index <= population[count]; index += 1) {
      const abroad = kind === "foreign_buyer";
      const named = `${shortOf(town)}示例${zh}${index}`;
      const firm: Firm = {
        nameZh: `${named}(演示)`,
        nameEn: `${latinOf(town)} Sample ${en} ${index} (demo)`,
        number: abroad
          ? `DEMO.${town.slug.slice(0, 4).toUpperCase()}.${String(index).padStart(4, "0")}`
          : stage.number(town.countyCode ?? "140100"),
        country: abroad ? (countries[index % countries.length] ?? "NL") : "CN",
        region: abroad ? null : town.countyCode,
      };
      const id = OrgId.parse(newId("org"));
      stage.organisation(id, firm, townId, false);
      const slug = town.slug === "dingxiang" && index === 1 ? `${link}.dingxiang` : null;
      stage.membership(
        stage.seat(id, townId, ["owner", role], `${named}·${roleZh}（演示）`, slug),
        { kind, state: "active", warned: false },
        firm,
        true,
      );
    }
  }
}
