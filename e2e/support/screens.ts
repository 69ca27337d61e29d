import { lookAt } from "./clock.ts";

/** Every screen of the first landing: who looks at it and where. */
export type Spot = { readonly name: string; readonly as: string | null; readonly at: string };

export const idOf = async (sql: string, params: readonly unknown[]): Promise<string> => {
  const [row] = await lookAt<{ id: string }>(sql, params);
  if (row === undefined) throw new Error(`the demo holds nothing for: ${sql} ${params.join()}`);
  return row.id;
};

const firmOf = (slug: string) =>
  idOf(
    "select s.organisation_id as id from seat s join person p on p.id = s.person_id where split_part(p.email, '@', 1) = $1 and s.ended_at is null",
    [slug],
  );

/** The demo's ids are new each time, so the spots are looked up: an opened request with quotes, one still sealed, an order, a file to decide. */
export async function spots(): Promise<readonly Spot[]> {
  const [firm, supplier] = [await firmOf("owner.dingxiang"), await firmOf("supplier.dingxiang")];
  const opened = await idOf(
    "select id from purchase_request where status in ('opened', 'awarded') and buyer_id = $1 order by status desc limit 1",
    [firm],
  );
  const quoting = await idOf(
    "select id from purchase_request where status = 'quoting' and buyer_id = $1 order by (terms->>'showCount')::boolean, id limit 1",
    [firm],
  );
  const board = await idOf(
    "select id from purchase_request where status = 'quoting' and closes_at > now() and buyer_id <> $1 and town_id = (select home_town from organisation where id = $1) and not exists (select 1 from quote q where q.request_id = purchase_request.id and q.supplier_id = $1) order by id limit 1",
    [supplier],
  );
  const order = await idOf("select id from purchase_order where buyer_id = $1 order by id limit 1", [firm]);
  const file = await idOf(
    "select m.id from membership m join town t on t.id = m.town_id where t.slug = 'dingxiang' and m.state = 'applied' order by m.id limit 1",
    [],
  );
  const shown = await idOf("select request_id as id from market_request where closes_at > now() order by request_id limit 1", []);
  return [
    { name: "request-by-link", as: null, at: `/r/${shown}` },
    { name: "sign-in", as: null, at: "/sign-in" },
    { name: "join", as: null, at: "/join" },
    { name: "workbench", as: "owner.dingxiang", at: "/workbench" },
    { name: "post", as: "owner.dingxiang", at: "/procurement/requests/new" },
    { name: "my-requests", as: "owner.dingxiang", at: "/procurement/requests" },
    { name: "request-sealed", as: "owner.dingxiang", at: `/procurement/requests/${quoting}` },
    { name: "comparison", as: "owner.dingxiang", at: `/procurement/requests/${opened}?tab=quotes` },
    { name: "invited", as: "owner.dingxiang", at: `/procurement/requests/${opened}?tab=invited` },
    { name: "board", as: "supplier.dingxiang", at: "/selling/board" },
    { name: "make-a-quote", as: "supplier.dingxiang", at: `/selling/requests/${board}` },
    { name: "my-quotes", as: "supplier.dingxiang", at: "/selling/quotes" },
    { name: "capabilities", as: "supplier.dingxiang", at: "/selling/capabilities" },
    { name: "offers", as: "supplier.dingxiang", at: "/selling/offers" },
    { name: "orders", as: "owner.dingxiang", at: "/orders" },
    { name: "order", as: "owner.dingxiang", at: `/orders/${order}` },
    { name: "members", as: "owner.dingxiang", at: "/members" },
    { name: "messages", as: "owner.dingxiang", at: "/messages" },
    { name: "membership", as: "owner.dingxiang", at: "/membership" },
    { name: "admission", as: "admin.dingxiang", at: "/town/members" },
    { name: "firm-file", as: "admin.dingxiang", at: `/town/members/${file}` },
    { name: "verify-capabilities", as: "admin.dingxiang", at: "/town/capabilities" },
    { name: "town-workbench", as: "admin.dingxiang", at: "/workbench" },
    ...(await townHallSpots(firm)),
  ];
}

/** Policies, complaints and upgrade projects, for a firm and for its administration. */
async function townHallSpots(firm: string): Promise<readonly Spot[]> {
  const complaint = await idOf(
    "select c.id from complaint c join town t on t.id = c.town_id where t.slug = 'dingxiang' and c.state = 'hearing' order by c.id limit 1",
    [],
  );
  const upgrade = await idOf(
    "select p.id from upgrade_project p join town t on t.id = p.town_id where t.slug = 'taigu' and p.state = 'measured' and p.kind = 'both' order by p.id limit 1",
    [],
  );
  const running = await idOf("select id from upgrade_project where organisation_id = $1 and state = 'running' order by id limit 1", [firm]);
  return [
    { name: "policies", as: "owner.dingxiang", at: "/policies" },
    { name: "complaints", as: "owner.dingxiang", at: "/complaints" },
    { name: "complaint-form", as: "owner.dingxiang", at: "/complaints/new" },
    { name: "upgrades", as: "owner.dingxiang", at: "/upgrade" },
    { name: "upgrade-form", as: "owner.dingxiang", at: "/upgrade/new" },
    { name: "upgrade-measure", as: "owner.dingxiang", at: `/upgrade/${running}/measure` },
    { name: "complaint-desk", as: "admin.dingxiang", at: "/town/complaints" },
    { name: "complaint", as: "admin.dingxiang", at: `/town/complaints/${complaint}` },
    { name: "upgrade-board", as: "admin.taigu", at: "/town/upgrades" },
    { name: "upgrade", as: "admin.taigu", at: `/upgrade/${upgrade}` },
  ];
}
