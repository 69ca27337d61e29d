import { idOf, type Spot } from "./screens.ts";

/** Screens of the town hall: the roll and its lists, figures from the form to the province, policies, and what everybody may see. */
export async function townSpots(): Promise<readonly Spot[]> {
  const list = await idOf(
    "select i.id from roll_import i join town t on t.id = i.town_id where t.slug = 'dingxiang' and i.state = 'checked' order by i.id limit 1",
    [],
  );
  const declared = await idOf(
    "select max(d.quarter) as id from declaration d join town t on t.id = d.town_id where t.slug = 'dingxiang' and d.state <> 'open'",
    [],
  );
  const policy = await idOf(
    "select p.id from policy p join town t on t.id = p.town_id where t.slug = 'dingxiang' and p.form = 'policy' and p.state = 'published' order by p.id limit 1",
    [],
  );
  const published = await idOf("select max(quarter) as id from publication", []);
  return [
    { name: "towns", as: null, at: "/towns" },
    { name: "portal", as: null, at: "/towns/dingxiang" },
    { name: "portal-not-connected", as: null, at: "/towns/qingxu" },
    { name: "public-policy", as: null, at: `/towns/dingxiang/policies/${policy}` },
    { name: "declaration-form", as: "owner.dingxiang", at: `/declarations?quarter=${declared}` },
    { name: "declaration", as: "supplier.dingxiang", at: `/declarations?quarter=${published}` },
    { name: "our-policies", as: "owner.dingxiang", at: "/policies" },
    { name: "public-page", as: "owner.dingxiang", at: "/public-page" },
    { name: "roll", as: "admin.dingxiang", at: "/town/roll" },
    { name: "imports", as: "admin.dingxiang", at: "/town/imports" },
    { name: "import", as: "admin.dingxiang", at: `/town/imports/${list}` },
    { name: "cockpit", as: "admin.dingxiang", at: "/town/cockpit" },
    { name: "figure", as: "admin.dingxiang", at: `/town/figures/output_value/${published}` },
    { name: "report-desk", as: "admin.dingxiang", at: `/town/reports?quarter=${published}` },
    { name: "report-desk-at-work", as: "reviewer.dingxiang", at: `/town/reports?quarter=${declared}` },
    { name: "policies-desk", as: "admin.dingxiang", at: "/town/policies" },
    { name: "town-settings", as: "admin.dingxiang", at: "/town/settings" },
    { name: "province-board", as: "officer.shanxi", at: `/province/board?period=${published}` },
    { name: "province-reports", as: "officer.shanxi", at: "/province/reports" },
    { name: "definitions", as: "officer.shanxi", at: "/province/definitions" },
    { name: "province-towns", as: "officer.shanxi", at: "/province/towns" },
  ];
}
