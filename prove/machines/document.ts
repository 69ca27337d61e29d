import { aDocumentEntry, anAcceptedDocument, inDays } from "../../packages/api/src/modules/town/document.fixtures.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import type { DocumentEntry } from "../../packages/domain-town/src/index.ts";
import { documentInvariants } from "../support/invariants/town-things.ts";
import { type Hand, lifeOf, readState, seated } from "../support/life.ts";
import type { Driver } from "../support/machine.ts";
import { brokenOf, type Status } from "../support/one-thing.ts";

type S = "uploaded" | "accepted" | "expired" | "refused" | "replaced" | "withdrawn";
/** `over`: its last day has passed, whether or not the timer has looked yet; `other`: another paper of its type counts. */
type Model = Status<S> & { readonly over: boolean; readonly other: boolean };
type Real = Hand & { readonly firm: Someone; readonly insider: Someone; readonly entry: DocumentEntry };
const machine = "town.document";
const type = "safety_permit";
const reasonText = "照片不清楚";

const seen = ({ id, version }: Real) => ({ documentId: id as never, version });
const read = (real: Real) => ({ ...seen(real), number: real.entry.number, validUntil: real.entry.validUntil });
const as = ({ ground: { world } }: Real, who: Someone) => world.as(who).town.document;
const reviewer = (real: Real) => as(real, real.ground.world.reviewer);

const { step, never, beside, follows } = lifeOf<Model, Real>(machine, "town.document.wrong_state");

export const document: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const firm = await world.firm(world.dingxiang, "Paper");
    const insider = await seated(ground, await world.colleague(world.reviewer, ["reviewer"]), firm);
    const entry = await aDocumentEntry(world, firm, { type, validUntil: await inDays(world, 40) });
    const { id } = await world.as(firm).town.document.upload(entry);
    return { model: { status: "uploaded", over: false, other: false }, real: { id, version: 0, ground, firm, insider, entry } };
  },
  moves: [
    step("accept", { uploaded: "accepted" }, (real) => reviewer(real).accept(read(real)), {
      unless: ({ over }) => (over ? "town.document.expired" : null),
      also: () => ({ other: false }),
    }),
    step("refuse", { uploaded: "refused" }, (real) => as(real, real.ground.world.townAdministrator).refuse({ ...seen(real), reasonText })),
    step("withdraw", { uploaded: "withdrawn" }, (real) => as(real, real.firm).withdraw(seen(real))),
    beside(
      "its last day passes",
      () => ({ over: true }),
      ({ ground: { world } }, { over }) => (over ? Promise.resolve() : world.later({ days: 41 })),
    ),
    follows("timers", "expire", { accepted: "expired" }, ({ ground: { world } }) => world.drain(), { due: ({ over }) => over }),
    follows(
      "a newer paper is accepted",
      "replace",
      { accepted: "replaced", expired: "replaced" },
      ({ ground: { world }, firm }) => anAcceptedDocument(world, firm, { type, validUntil: null }),
      { unless: ({ status }) => (status === "uploaded" ? "town.document.already_waiting" : null), also: () => ({ other: true }) },
    ),
    never("accept by a reviewer with a seat in the firm", "town.document.own_upload", (real) => as(real, real.insider).accept(read(real))),
    never("refuse by a reviewer with a seat in the firm", "town.document.own_upload", (real) =>
      as(real, real.insider).refuse({ ...seen(real), reasonText }),
    ),
    never("refuse as somebody saw it who looked too long ago", "platform.changed_meanwhile", (real) =>
      reviewer(real).refuse({ ...seen(real), version: real.version + 1, reasonText }),
    ),
    never("accept by the firm itself", "platform.not_permitted", (real) => as(real, real.firm).accept(read(real))),
    never("withdraw by the rival, in whatever version", "town.document.unknown", (real) =>
      as(real, real.ground.world.rival).withdraw({ ...seen(real), version: real.version + 1 }),
    ),
    never("accept by the administrator of the other town", "town.document.unknown", (real) =>
      as(real, real.ground.world.elsewhereAdministrator).accept(read(real)),
    ),
  ],
  tours: [
    ["accept", "timers", "its last day passes", "timers", "a newer paper is accepted", "timers"],
    ["accept", "a newer paper is accepted"],
    ["withdraw", "a newer paper is accepted"],
    ["its last day passes", "refuse"],
  ],
  cases: [],
  statuses: ({ status, over, other }) => ({ status, over, other }),
  read: (real) =>
    readState(real.ground, "member_document", real, {
      over: "(jizhen_clock() at time zone 'Asia/Shanghai')::date > t.valid_until",
      other: `exists (select 1 from member_document o where (o.town_id, o.organisation_id, o.type, o.state)
        = (t.town_id, t.organisation_id, t.type, 'accepted') and o.id <> t.id)`,
    }),
  violations: (real) => brokenOf(real.ground, documentInvariants, real.id),
};
