import { clockOf, someTerms } from "../../packages/api/src/modules/procurement/story.fixtures.ts";
import { aDocumentEntry } from "../../packages/api/src/modules/town/document.fixtures.ts";
import { fetchFile, receiveFile } from "../../packages/api/src/platform/file-uploads.ts";
import type { Someone } from "../../packages/api/src/testing/index.ts";
import { askIdentity } from "../../packages/api/src/trpc/context.ts";
import type { RequestId } from "../../packages/domain-procurement/src/index.ts";
import { type FileId, plus } from "../../packages/kernel/src/index.ts";
import type { Driver, Ground, Move } from "../support/machine.ts";
import { around, barred, movesOf, stays, took } from "../support/moves.ts";
import { brokenOf, type Thing } from "../support/one-thing.ts";

type Subject = "first" | "second";
/** A drawing for a request, and which of two drafts has claimed it; the first may be on the market. */
type Model = { readonly state: "uploaded" | "claimed"; readonly subject: Subject | null; readonly onMarket: boolean };
type Draft = { readonly id: RequestId; version: number };
type Real = Thing & { readonly ground: Ground; readonly drafts: Readonly<Record<Subject, Draft>> };
const machine = "platform.file";

const buyer = ({ ground: { world } }: Real) => world.as(world.buyer).procurement.request;
const termsWith = (id: string) => someTerms({ attachments: [id as FileId] });

const move = movesOf<Model, Real>(machine, ({ state }) => state);
const claim = (subject: Subject) =>
  move(
    "claim",
    [
      [({ onMarket }) => subject === "first" && onMarket, "procurement.request.wrong_status"],
      [(model) => model.subject !== null && model.subject !== subject, "platform.file_unknown"],
    ],
    (model) => ({ next: { ...model, state: "claimed", subject }, took: [took(machine, model.state, "claim", "claimed")] }),
    (real) => {
      const { id, version } = real.drafts[subject];
      return buyer(real).save({ seen: { requestId: id, version }, terms: termsWith(real.id) });
    },
    `claim for the ${subject} draft`,
  );

/** As over HTTP: what a plain route refuses has no procedure around it. */
async function read({ ground: { world }, id }: Real, { token, workspace }: Someone): Promise<void> {
  const { services } = world.platform;
  const identity = await askIdentity(services.database, { token, workspaceKey: workspace });
  const { content } = await fetchFile(services, identity, id, null).catch((cause: unknown) =>
    Promise.reject(new Error("refused", { cause })),
  );
  if (!Buffer.from(content).equals(drawing)) throw new Error("the file is not what was uploaded");
}
const drawing = Buffer.from("法兰图纸 DN150");

const reading = (name: string, who: "buyerOwner" | "supplier" | "elsewhere", may: (model: Model) => boolean): Move<Model, Real> => ({
  name,
  expect: (model) => (may(model) ? stays(model) : { refused: "platform.file_unknown" }),
  act: (real) => read(real, real.ground.world[who]),
});

export const file: Driver<Model, Real> = {
  covers: [machine],
  begin: async (ground) => {
    const { world } = ground;
    const { services } = world.platform;
    const identity = await askIdentity(services.database, { token: world.buyer.token, workspaceKey: world.buyer.workspace });
    const { id } = await receiveFile(services, identity, { purpose: "request", name: "drawing.txt", content: drawing, town: null });
    const draft = () => world.as(world.buyer).procurement.request.save({ seen: null, terms: someTerms() });
    const drafts = { first: await draft(), second: await draft() };
    return { model: { state: "uploaded", subject: null, onMarket: false }, real: { id, version: 0, ground, drafts } };
  },
  moves: [
    claim("first"),
    claim("second"),
    around(
      "the first draft goes to the market",
      ({ subject, onMarket }) => subject === "first" && !onMarket,
      (model) => stays({ ...model, onMarket: true }),
      async (real) => {
        const { id: requestId, version } = real.drafts.first;
        const closesAt = plus(await clockOf(real.ground.world), 48 * 3_600_000);
        await buyer(real).publish({ requestId, version, closesAt, invite: [] });
      },
    ),
    reading("read by a colleague", "buyerOwner", () => true),
    reading("read by a supplier", "supplier", ({ onMarket }) => onMarket),
    reading("read in another town", "elsewhere", () => false),
    barred("claim by another firm", "platform.file_unknown", ({ ground: { world }, id }) =>
      world.as(world.rival).procurement.request.save({ seen: null, terms: termsWith(id) }),
    ),
    barred("claim for another purpose", "platform.file_unknown", async ({ ground: { world }, id }) => {
      const entry = await aDocumentEntry(world, world.buyerOwner, { file: id as FileId });
      await world.as(world.buyerOwner).town.document.upload(entry);
    }),
  ],
  tours: [
    ["read by a colleague", "claim for the first draft", "claim for the first draft", "the first draft goes to the market"],
    ["claim for the second draft"],
  ],
  cases: [],
  statuses: ({ subject, onMarket }) => ({ subject, onMarket }),
  read: async ({ id, drafts, ground }) => {
    const [row] = await ground.sql<{ subject: string | null; digest: string }>(
      "select subject, md5(t::text) as digest from stored_file t where id = $1",
      [id],
    );
    const rows = await ground.sql<{ id: string; status: string; version: number; digest: string }>(
      "select id, status, version, md5(t::text) as digest from purchase_request t where id = any($1) order by id = $2 desc",
      [[drafts.first.id, drafts.second.id], drafts.first.id],
    );
    const [first, second] = rows;
    if (!row || !first || !second) throw new Error(`${id} or its drafts are gone`);
    drafts.first.version = first.version;
    drafts.second.version = second.version;
    const subject = (["first", "second"] as const).find((one) => drafts[one].id === row.subject) ?? row.subject;
    return { statuses: { subject, onMarket: first.status === "quoting" }, digest: [row, ...rows].map(({ digest }) => digest).join() };
  },
  violations: ({ ground, id }) => brokenOf(ground, [named], id),
};

const named = `select 'a request names a file that is bound to another' as broken from stored_file f join purchase_request r on r.town_id = f.town_id
  where f.id = $1 and r.terms->'attachments' ? f.id and f.subject is distinct from r.id`;
