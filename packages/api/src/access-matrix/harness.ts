import { permissionsOf, type Role, roles } from "@jizhen/domain-town";
import type { TRPCError } from "@trpc/server";
import superjson from "superjson";
import { expect } from "vitest";
import { appRouter } from "../root.ts";
import type { Someone, World } from "../testing/index.ts";
import type { ErrorData } from "../trpc/errors.ts";
import { tell } from "../trpc/errors.ts";
import type { Access } from "../trpc/procedures.ts";
import type { Expectation, Given, Row } from "./row.ts";

type Procedure = { readonly _def: { readonly type: "query" | "mutation" | "subscription"; readonly meta?: { readonly access: Access } } };

/** Every procedure of the product by its path. */
export const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>;

export function accessOf(path: string): Access {
  const access = procedures[path]?._def.meta?.access;
  if (!access) throw new Error(`${path} does not say who may call it`);
  return access;
}

export type Outcome =
  | { readonly kind: "allowed"; readonly answer: string }
  | { readonly kind: "refused" | "fault"; readonly reason: ErrorData["reason"] };

/** Calls a procedure by its path and says what the caller would see. */
export async function call(world: World, who: Someone | null, path: string, input: unknown, workspace?: string): Promise<Outcome> {
  const caller = world.as(who, workspace === undefined ? {} : { workspace });
  const procedure = path.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    const answer = await procedure(input);
    if (procedures[path]?._def.type === "subscription") {
      await (answer as AsyncIterator<unknown>).return?.();
      return { kind: "allowed", answer: "" };
    }
    return { kind: "allowed", answer: superjson.stringify(answer) };
  } catch (error) {
    const { reason } = tell(error as TRPCError);
    return reason === null ? { kind: "fault", reason } : { kind: "refused", reason };
  }
}

/** Walks one row through everybody who might call it. */
export async function walk(world: World, path: string, row: Row): Promise<void> {
  const given = (await row.given?.(world)) ?? {};
  const access = accessOf(path);
  const owner = row.by === null ? null : world[row.by];
  const meet = async (label: string, who: Someone | null, expected: Expectation, workspace?: string) =>
    judge(`${path} as ${label}`, await call(world, who, path, given.input, workspace), expected, given);

  if (access.kind !== "visitor") await refusedWith("a visitor", world, null, path, given, ["platform.sign_in_needed"]);
  if (access.kind === "person" && row.by !== "stranger") await meet("somebody without a seat", world.stranger, row.stranger ?? "not_found");
  if ("may" in access && owner) {
    await refusedRoles(world, owner, path, access, given);
    await outsiders(world, path, row, access, given, meet);
  }
  await meet("its owner", owner, row.owner ?? "allowed");
}

type Meet = (label: string, who: Someone | null, expected: Expectation, workspace?: string) => Promise<void>;

async function outsiders(world: World, path: string, row: Row, access: Access & { may: string }, given: Given, meet: Meet): Promise<void> {
  const owner = row.by === null ? null : world[row.by];
  // A seat in a firm of the other town opens nothing here, even when it asks for this town by name.
  const intruder = access.kind === "town" ? world.elsewhereAdministrator : world.elsewhere;
  await refusedWith(
    "somebody of another town asking here",
    world,
    intruder,
    path,
    given,
    ["town.membership.not_active", "platform.not_permitted"],
    `${owner?.actor.townId}/${intruder.actor.orgId}`,
  );
  await refusedWith("somebody in the owner's workspace", world, world.rival, path, given, ["platform.workspace_unknown"], owner?.workspace);
  await meet("somebody of another town", intruder, row.elsewhere ?? "not_found");
  if (access.kind !== "member") {
    await refusedWith("a firm", world, world.rival, path, given, ["platform.not_permitted"]);
    return;
  }
  if (owner?.actor.townId !== world.dingxiang.id || row.by === "townAdministrator" || row.by === "reviewer") return;
  await meet("the rival", world.rival, row.rival ?? "not_found");
  const stays = permissionsOf(["owner"], true).has(access.may);
  if (stays) await meet("a suspended member", world.suspended, row.suspended ?? row.rival ?? "not_found");
  else
    await refusedWith("a suspended member", world, world.suspended, path, given, ["town.membership.suspended", "platform.not_permitted"]);
}

const colleagues = new WeakMap<World, Map<string, Promise<Someone>>>();

/** One colleague for each role and firm of a world: made once, for a refused call changes nobody. */
function colleagueOf(world: World, owner: Someone, role: Role): Promise<Someone> {
  const known = colleagues.get(world) ?? new Map<string, Promise<Someone>>();
  colleagues.set(world, known);
  const key = `${owner.workspace} ${role}`;
  const found = known.get(key) ?? world.colleague(owner, [role]);
  known.set(key, found);
  return found;
}

/** Colleagues of the owner, each with one role: without the permission it stays closed, whoever the firm is. */
async function refusedRoles(world: World, owner: Someone, path: string, access: Access & { may: string }, given: Given): Promise<void> {
  for (const role of roles.filter((one) => !permissionsOf([one], false).has(access.may as never))) {
    await refusedWith(`a colleague who is ${role}`, world, await colleagueOf(world, owner, role), path, given, ["platform.not_permitted"]);
  }
}

async function refusedWith(
  label: string,
  world: World,
  who: Someone | null,
  path: string,
  given: Given,
  codes: readonly string[],
  workspace?: string,
): Promise<void> {
  const outcome = await call(world, who, path, given.input, workspace);
  expect(outcome.kind, `${path} as ${label}`).toBe("refused");
  expect(codes, `${path} as ${label}`).toContain(outcome.kind === "allowed" ? null : outcome.reason?.code);
}

function judge(label: string, outcome: Outcome, expected: Expectation, given: Given): void {
  if (expected === "allowed" || expected === "blank") {
    expect(outcome, label).toMatchObject({ kind: "allowed" });
    const answer = outcome.kind === "allowed" ? outcome.answer : "";
    if (expected === "blank") for (const secret of given.secrets ?? []) expect(answer, `${label} sees ${secret}`).not.toContain(secret);
    return;
  }
  expect(outcome.kind === "allowed" ? "allowed" : (outcome.reason?.kind ?? "fault"), label).toBe(expected);
}
