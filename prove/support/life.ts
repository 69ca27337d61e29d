import type { Someone, World } from "../../packages/api/src/testing/index.ts";
import { newId } from "../../packages/db/src/ids.ts";
import type { Ground, Move, Standing } from "./machine.ts";
import type { Status, Thing } from "./one-thing.ts";

/** The hands on one thing: what a screen remembers of it, and the world around. */
export type Hand = Thing & { readonly ground: Ground };

type Told<Model> = (model: Model) => string | null;
type More<Model> = {
  /** Its name, where several hands try the same step. */
  readonly as?: string;
  /** Refuses before anybody looks at the state. */
  readonly before?: Told<Model>;
  /** Refuses though the state is right. */
  readonly unless?: Told<Model>;
  /** Refuses where the state is wrong, in other words than the machine's. */
  readonly otherwise?: (model: Model) => string;
  /** What changes besides the status. */
  readonly also?: (model: Model) => Partial<Model>;
};

type Following<Model> = Pick<More<Model>, "unless" | "also"> & { readonly due?: (model: Model) => boolean };

/** The moves of one machine: what it says in a state in which a step is not open is said once. */
export function lifeOf<Model extends Status<string>, Real>(machine: string, wrong: string | ((model: Model) => string)) {
  type S = Model["status"];
  type Act = Move<Model, Real>["act"];
  const closed = typeof wrong === "string" ? () => wrong : wrong;
  return {
    /** Open in these states, and leading where they say. */
    step: (step: string, open: Partial<Record<S, S>>, act: Act, more: More<Model> = {}): Move<Model, Real> => ({
      name: more.as ?? step,
      tries: { machine, step, at: ({ status }) => status },
      expect: (model) => {
        const to = open[model.status as S];
        const refused = more.before?.(model) ?? (to === undefined ? (more.otherwise ?? closed)(model) : (more.unless?.(model) ?? null));
        if (refused !== null || to === undefined) return { refused: refused ?? closed(model) };
        const next = { ...model, ...more.also?.(model), status: to };
        return { next, took: [{ machine, from: model.status, step, to }] };
      },
      act,
    }),
    /** A step that nobody takes: something else brings it along where it is open and due, and changes nothing of the status elsewhere. */
    follows: (name: string, step: string, open: Partial<Record<S, S>>, act: Act, more: Following<Model> = {}): Move<Model, Real> => ({
      name,
      expect: (model) => {
        const refused = more.unless?.(model) ?? null;
        if (refused !== null) return { refused };
        const next = { ...model, ...more.also?.(model) };
        const to = (more.due?.(model) ?? true) ? open[model.status as S] : undefined;
        if (to === undefined) return { next, took: [] };
        return { next: { ...next, status: to }, took: [{ machine, from: model.status, step, to }] };
      },
      act,
    }),
    /** What is let in by nobody's state, and what its hands are told. */
    never: (name: string, refused: string | ((model: Model) => string), act: Act): Move<Model, Real> => ({
      name,
      expect: (model) => ({ refused: typeof refused === "string" ? refused : refused(model) }),
      act,
    }),
    /** What happens beside the thing, and what the thing's steps will find. */
    beside: (name: string, changes: (model: Model) => Partial<Model>, act: Act, unless: Told<Model> = () => null): Move<Model, Real> => ({
      name,
      expect: (model) => {
        const refused = unless(model);
        return refused === null ? { next: { ...model, ...changes(model) }, took: [] } : { refused };
      },
      act,
    }),
  };
}

type Row = { readonly status: string; readonly version: number; readonly beside: object; readonly digest: string };

/** A town's thing with what stands beside it, named in SQL; its digest moves with every line of the log and every event of the world. */
export async function readState(
  { sql }: Ground,
  table: string,
  thing: Thing,
  beside: Readonly<Record<string, string>> = {},
): Promise<Standing> {
  const pairs = Object.entries(beside).map(([name, expression]) => `'${name}', ${expression}`);
  const [row] = await sql<Row>(
    `select t.state as status, t.version, jsonb_build_object(${pairs.join(", ")}) as beside,
       concat_ws(' ', md5(t::text), (select count(*) from audit_entry), (select count(*) from event)) as digest from ${table} t where t.id = $1`,
    [thing.id],
  );
  if (!row) throw new Error(`${thing.id} is gone`);
  thing.version = row.version;
  return { statuses: { status: row.status, ...row.beside }, digest: row.digest };
}

const kept = new WeakMap<World, Map<string, Promise<unknown>>>();

/** What a world needs once, however many runs it serves. */
export function once<T>(world: World, name: string, make: () => Promise<T>): Promise<T> {
  const things = kept.get(world) ?? new Map<string, Promise<unknown>>();
  kept.set(world, things);
  const found = (things.get(name) ?? make()) as Promise<T>;
  things.set(name, found);
  return found;
}

/** Gives somebody of an office a seat in a firm too, so that they are no judge of it. */
export async function seated({ sql }: Ground, who: Someone, firm: Someone): Promise<Someone> {
  await sql(
    "insert into seat (id, person_id, organisation_id, roles, state, opened_at) values ($1, $2, $3, '{dispatcher}', 'active', now())",
    [newId("seat"), who.actor.personId, firm.actor.orgId],
  );
  return who;
}
