import type { Permission } from "@jizhen/domain-town";
import type { Actor } from "@jizhen/kernel";
import { Refusal } from "@jizhen/kernel";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { SignedIn, Workspace } from "../platform/actor.ts";
import { type KnownRefusal, refuse } from "../platform/refuse.ts";
import type { Town } from "../platform/tx.ts";
import { serializeAnswer } from "./answers.ts";
import { type Context, townFor } from "./context.ts";
import { type ErrorData, logFault, statusOf, tell } from "./errors.ts";
import { isStorable } from "./well-formed.ts";

/** Who may call a procedure; the access matrix walks these. */
export type Access =
  | { readonly kind: "visitor" }
  | { readonly kind: "person" }
  | { readonly kind: "member" | "town" | "province"; readonly may: Permission };

const t = initTRPC
  .context<Context>()
  .meta<{ access: Access }>()
  .create({
    transformer: { input: superjson, output: { serialize: serializeAnswer, deserialize: (answer) => superjson.deserialize(answer) } },
    isDev: false,
    errorFormatter: ({ shape, error, path }) => {
      const { message, reason, issues, incident } = tell(error);
      const data: ErrorData = { code: shape.data.code, httpStatus: shape.data.httpStatus, path: path ?? null, reason, issues, incident };
      return { code: shape.code, message, data };
    },
    sse: { maxDurationMs: 5 * 60_000, ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  });

/** Gives a refusal its status and a fault its line in the log. */
const speak = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Refusal) {
    const reason = cause.reason as KnownRefusal;
    throw new TRPCError({ code: statusOf[reason.kind], message: reason.code, cause });
  }
  logFault(ctx.services.log, result.error, { path });
  return result;
});

/** Before anybody looks at it: what could not be written down is no input. */
const readable = t.middleware(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) refuse({ kind: "rule", code: "platform.invalid_input", params: { count: 1 } });
  return next();
});

const procedure = (access: Access) => t.procedure.meta({ access }).use(speak).use(readable);

export const router = t.router;
export const callerOf = t.createCallerFactory;

/** Opens towns; a mutation's first write is bound to the submission the client named. */
type OpenTown = (actor: Actor) => Town;

/** Anybody on the internet. What it answers is public. */
export const forVisitors = procedure({ kind: "visitor" });

/**
 * Whoever signed in, with or without a seat. `ctx.workspace()` insists on an active seat in the organisation named by the
 * request, whatever its membership's state: for those who applied and are not yet, or no longer, members.
 * `ctx.openTown(actor)` trusts the actor it is handed: build it from `ctx.workspace()` or from an organisation just made.
 */
export const forPersons = procedure({ kind: "person" }).use(async ({ ctx, path, type, getRawInput, next }) => {
  const { person, workspace } = await ctx.identity();
  if (!person) return refuse({ kind: "forbidden", code: "platform.sign_in_needed" });
  const submission = await submissionOf(ctx, path, type, getRawInput);
  const openTown: OpenTown = (actor) => townFor(ctx.services, actor, submission);
  const insistWorkspace = (): Workspace => workspace ?? refuse({ kind: "not_found", code: "platform.workspace_unknown" });
  return next({ ctx: { person, findWorkspace: workspace, workspace: insistWorkspace, openTown } });
});

/** `openTown` is for what another space takes from outsiders (a complaint before the province); the store there asks who they are. */
type MemberContext = { person: SignedIn; workspace: Workspace; actor: Actor; town: Town; openTown: OpenTown };

const seated = (access: Access & { may: Permission }, fits: (workspace: Workspace) => boolean) =>
  procedure(access).use(async ({ ctx, path, type, getRawInput, next }) => {
    const { person, workspace } = await ctx.identity();
    if (!person) return refuse({ kind: "forbidden", code: "platform.sign_in_needed" });
    if (!workspace) return refuse({ kind: "not_found", code: "platform.workspace_unknown" });
    insistPermission(workspace, access.may, fits);
    const submission = await submissionOf(ctx, path, type, getRawInput);
    const openTown: OpenTown = (actor) => townFor(ctx.services, actor, submission);
    const member: MemberContext = { person, workspace, actor: workspace.actor, town: openTown(workspace.actor), openTown };
    return next({ ctx: member });
  });

function insistPermission(workspace: Workspace, may: Permission, fits: (workspace: Workspace) => boolean): void {
  if (fits(workspace) && workspace.permissions.has(may)) return;
  const { lost } = workspace;
  if (lost.permissions.has(may)) refuse({ kind: "forbidden", code: lost.why });
  refuse({ kind: "forbidden", code: "platform.not_permitted", params: { permission: may } });
}

/** Somebody with a seat in a member organisation of a town, whose roles give this permission now. `ctx.town` is that town. */
export const forMembers = (may: Permission) => seated({ kind: "member", may }, () => true);

/** The town's administration: town roles count only in the organisation that governs the town. */
export const forTown = (may: Permission) =>
  seated(
    { kind: "town", may },
    ({ town, roles }) => town.kind === "town" && roles.some((role) => role === "town_administrator" || role === "reviewer"),
  );

/** The province's officers, in the province's own space. @public */
export const forProvince = (may: Permission) =>
  seated({ kind: "province", may }, ({ town, roles }) => town.kind === "province" && roles.includes("province_officer"));

const keyPattern = /^[A-Za-z0-9_-]{8,64}$/;

async function submissionOf(ctx: Context, path: string, type: string, getRawInput: () => Promise<unknown>) {
  if (type !== "mutation" || ctx.idempotencyKey === null) return null;
  if (!keyPattern.test(ctx.idempotencyKey))
    return refuse({ kind: "rule", code: "platform.invalid_input", params: { count: 1 }, field: "idempotency-key" });
  return { key: ctx.idempotencyKey, path, input: await getRawInput() };
}
