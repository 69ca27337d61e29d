/**
 * Who may do what. One row a permission; a permission is the golden thread's name of an action (or `…read`).
 * `whenSuspended: "stays"` marks what a suspended member keeps: reading, answering, and fulfilling what is running.
 */
export const roles = [
  "town_administrator", // 镇管理员
  "reviewer", // 审核员
  "owner", // 企业负责人
  "buyer", // 采购
  "seller", // 销售
  "finance", // 财务
  "operator", // 机构操作员
  "dispatcher", // 承运调度
  "funder", // 资方专员
  "province_officer", // 省级专员
] as const;
export type Role = (typeof roles)[number];

const everybody = roles;
const members = ["owner", "buyer", "seller", "finance", "operator", "dispatcher", "funder"] as const satisfies readonly Role[];
const buying = ["owner", "buyer", "operator"] as const satisfies readonly Role[];
const selling = ["owner", "seller"] as const satisfies readonly Role[];
const administration = ["town_administrator", "reviewer"] as const satisfies readonly Role[];

type Row = { readonly roles: readonly Role[]; readonly whenSuspended: "stays" | "refused" };
const stays = (...who: readonly (readonly Role[])[]): Row => ({ roles: who.flat(), whenSuspended: "stays" });
const refused = (...who: readonly (readonly Role[])[]): Row => ({ roles: who.flat(), whenSuspended: "refused" });

export const permissions = {
  "platform.notification.read": stays(everybody),
  "platform.file.upload": stays(everybody),
  "platform.file.read": stays(everybody),
  "platform.live.read": stays(everybody),

  // The next three are done by a person who holds no seat, or none that counts yet; the table names the audit action.
  "town.organisation.register": stays(everybody),
  "town.membership.apply": stays(["owner"]),
  "town.invitation.accept": stays(everybody),
  "town.organisation.edit": stays(["owner"]),
  "town.seat.read": stays(everybody),
  "town.seat.changeRoles": stays(["owner", "town_administrator", "province_officer"]),
  "town.seat.handOver": stays(["owner"]),
  "town.seat.end": stays(everybody), // a colleague's by an owner, one's own by anybody
  "town.invitation.send": stays(["owner", "town_administrator", "province_officer"]),
  "town.invitation.revoke": stays(["owner", "town_administrator", "province_officer"]),
  "town.invitation.read": stays(["owner", "town_administrator", "province_officer"]),
  "town.membership.answer": stays(["owner", "finance", "operator", "dispatcher", "funder"]),
  "town.membership.withdraw": stays(["owner"]),
  "town.membership.leave": stays(["owner"]),
  "town.membership.joinAsVisitor": refused(["owner"]),
  "town.membership.read": stays(administration),
  "town.membership.takeUp": stays(administration),
  "town.membership.ask": stays(administration),
  "town.membership.admit": stays(["town_administrator"]),
  "town.membership.refuse": stays(["town_administrator"]),
  "town.membership.suspend": stays(["town_administrator"]),
  "town.membership.reinstate": stays(["town_administrator"]),
  // The next two are proposed by one administrator and confirmed by another.
  "town.membership.end": stays(["town_administrator"]),
  "town.seat.recoverOwner": stays(["town_administrator"]),
  "town.measure.read": stays(["town_administrator"]),
  "town.measure.confirm": stays(["town_administrator"]),
  "town.measure.decline": stays(["town_administrator"]),
  "town.document.read": stays(members, administration),
  "town.document.upload": stays(["owner", "finance", "operator", "dispatcher", "funder"]),
  "town.document.withdraw": stays(["owner", "finance", "operator", "dispatcher", "funder"]),
  "town.document.accept": stays(administration),
  "town.document.refuse": stays(administration),
  "town.roll.read": stays(administration),
  "town.roll.edit": stays(["town_administrator"]),
  "town.import.check": stays(["town_administrator"]),
  "town.import.decide": stays(["town_administrator"]),
  "town.import.commit": stays(["town_administrator"]),
  "town.indicator.read": stays(administration, ["province_officer"]),
  "town.indicator.define": stays(["province_officer"]),
  "town.declaration.read": stays(["owner", "finance"], administration),
  "town.declaration.save": stays(["owner", "finance"]),
  "town.declaration.submit": stays(["owner", "finance"]),
  "town.declaration.check": stays(["reviewer"]),
  "town.declaration.return": stays(["reviewer"]),
  "town.report.read": stays(administration, ["province_officer"]),
  "town.report.submit": stays(["reviewer"]),
  "town.report.approve": stays(["town_administrator"]),
  "town.report.return": stays(["town_administrator"]),
  "town.report.accept": stays(["province_officer"]),
  "town.report.sendBack": stays(["province_officer"]),
  "town.report.lock": stays(["province_officer"]),
  "town.report.reopen": stays(["province_officer"]),
  "town.publication.publish": stays(["province_officer"]),
  "town.board.compare": stays(["province_officer"]),
  "town.town.read": stays(["town_administrator", "reviewer"]),
  "town.town.saveRules": stays(["town_administrator"]),
  "town.town.survey": stays(["province_officer"]),
  "town.town.prepare": stays(["province_officer"]),
  "town.town.appoint": stays(["province_officer"]),
  "town.town.open": stays(["province_officer"]),
  "town.town.pause": stays(["province_officer"]),
  "town.town.resume": stays(["province_officer"]),
  "town.town.close": stays(["province_officer"]),
  "town.policy.read": stays(everybody),
  "town.policy.save": stays(administration),
  "town.policy.publish": stays(["town_administrator"]),
  "town.policy.withdraw": stays(["town_administrator"]),
  "town.complaint.read": stays(everybody), // as a party
  "town.complaint.file": stays(members),
  "town.complaint.state": stays(members, ["town_administrator"]),
  "town.complaint.close": stays(members),
  "town.complaint.reopen": stays(members),
  "town.complaint.review": stays(administration, ["province_officer"]),
  "town.complaint.accept": stays(administration, ["province_officer"]),
  "town.complaint.decline": stays(administration, ["province_officer"]),
  "town.complaint.hear": stays(administration, ["province_officer"]),
  "town.complaint.extend": stays(administration, ["province_officer"]),
  "town.complaint.answer": stays(["town_administrator", "province_officer"]),
  "town.upgrade.read": stays(members, administration),
  "town.upgrade.propose": refused(["owner", "operator"]),
  "town.upgrade.baseline": stays(["owner", "operator"]),
  "town.upgrade.start": stays(["owner", "operator"]),
  "town.upgrade.reportStep": stays(["owner", "operator"]),
  "town.upgrade.measure": stays(["owner", "operator"]),
  "town.upgrade.stop": stays(["owner", "operator", "town_administrator"]),
  "town.upgrade.review": stays(administration),
  "town.upgrade.seeBaseline": stays(["reviewer"]),
  "town.upgrade.verify": stays(["reviewer"]),
  "town.upgrade.return": stays(["reviewer"]),
  "town.upgrade.approve": stays(["town_administrator"]),
  "town.upgrade.close": stays(["town_administrator"]),
  "town.upgrade.reopen": stays(["town_administrator"]),
  "town.portal.show": refused(["owner"]),
  "town.portal.hide": stays(["owner"]),
  "town.audit.read": stays(["town_administrator", "owner", "province_officer"]),

  "procurement.request.read": stays(members, administration),
  "procurement.request.save": refused(buying),
  "procurement.request.publish": refused(buying),
  "procurement.request.amend": refused(buying),
  "procurement.request.extend": stays(buying),
  "procurement.request.invite": refused(buying),
  "procurement.request.ask": refused(selling),
  "procurement.request.answer": stays(buying),
  "procurement.request.freeze": stays(buying),
  "procurement.request.open": stays(buying),
  "procurement.request.admit": stays(buying),
  "procurement.request.reject": stays(buying),
  "procurement.request.end": stays(buying),
  "procurement.request.cancel": stays(buying),
  "procurement.quote.read": stays(selling),
  "procurement.quote.save": refused(selling),
  "procurement.quote.submit": refused(selling),
  "procurement.quote.withdraw": stays(selling),
  "procurement.quote.reconfirm": refused(selling),
  "procurement.quote.prolong": refused(selling),
  "procurement.negotiation.ask": refused(buying),
  "procurement.negotiation.keep": stays(selling),
  "procurement.award.evaluate": stays(buying),
  "procurement.award.award": refused(buying),
  "procurement.award.replace": refused(buying),
  "procurement.award.object": stays(selling),
  "procurement.award.settle": stays(buying),
  "procurement.award.read": stays(buying, selling),
  "procurement.capability.read": stays(selling),
  "procurement.capability.save": refused(selling),
  "procurement.capability.declare": refused(selling),
  "procurement.capability.withdraw": stays(selling),
  "procurement.capability.review": stays(administration),
  "procurement.capability.verify": stays(administration),
  "procurement.match.preview": stays(buying),
  "procurement.match.explain": stays(selling),

  "trade.offer.read": stays(members),
  "trade.offer.save": refused(selling),
  "trade.offer.publish": refused(selling),
  "trade.offer.pause": stays(selling),
  "trade.offer.withdraw": stays(selling),
  "trade.order.read": stays(members),
  "trade.order.confirm": stays(selling),
  "trade.order.refuse": stays(selling),
} as const satisfies Record<string, Row>;
export type Permission = keyof typeof permissions;

/** What puts something new before the market: refused while a paper that the town requires has expired. What runs is not touched. */
export const publishing: ReadonlySet<Permission> = new Set<Permission>([
  "procurement.request.publish",
  "procurement.quote.submit",
  "procurement.capability.declare",
  "trade.offer.publish",
  "town.portal.show",
]);

const known = new Map<string, ReadonlySet<Permission>>();

/** Everything a set of roles may do; a suspended member keeps only what stays. Roles add up. */
export function permissionsOf(held: readonly Role[], suspended: boolean): ReadonlySet<Permission> {
  // The table never changes while a process runs, and every request asks it.
  const key = `${[...held].sort().join(" ")} ${suspended}`;
  const found = known.get(key) ?? allowed(held, suspended);
  known.set(key, found);
  return found;
}

function allowed(held: readonly Role[], suspended: boolean): ReadonlySet<Permission> {
  const rows = Object.entries(permissions) as [Permission, Row][];
  return new Set(
    rows
      .filter(([, row]) => (!suspended || row.whenSuspended === "stays") && row.roles.some((role) => held.includes(role)))
      .map(([name]) => name),
  );
}
