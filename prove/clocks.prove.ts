import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authSecret, sessionCookieName } from "../apps/server/src/auth.ts";
import { signedCookieValue } from "../apps/server/src/session-cookie.ts";
import { codeOf, published, quote, someContent } from "../packages/api/src/modules/procurement/story.fixtures.ts";
import { aWorld, type Someone, type World } from "../packages/api/src/testing/index.ts";
import { type Host, startHost } from "./support/host.ts";
import { figure, isLong, timed } from "./support/scale.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Stops the product's clock at one instant: a busy machine cannot carry a test over the deadline it stands before. */
const stopClockAt = (instant: Date) =>
  world.asOwner(
    `create or replace function public.jizhen_clock() returns timestamptz language sql volatile as $$select timestamptz '${instant.toISOString()}'$$`,
  );
const moved = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

describe("the deadline of a request (G18)", () => {
  it.each([
    { when: "a second before", ms: -1_000, submit: "done", open: "procurement.request.still_quoting" },
    { when: "a millisecond before", ms: -1, submit: "done", open: "procurement.request.still_quoting" },
    { when: "at the deadline itself", ms: 0, submit: "procurement.request.closed", open: "done" },
    { when: "a second after", ms: 1_000, submit: "procurement.request.closed", open: "done" },
  ])("$when: a quote is $submit, the opening is $open", async ({ ms, submit, open }) => {
    await world.later({});
    const { id, closesAt } = await published(world, { title: "截止时刻" });
    await quote(world, world.supplier, id, ["86.5", "120"]);
    await stopClockAt(moved(closesAt, ms));
    expect(await codeOf(quote(world, world.secondSupplier, id, ["80", "130"]))).toBe(submit);
    expect(await codeOf(world.as(world.buyer).procurement.request.open({ requestId: id }))).toBe(open);
  });
});

/** A process that believes another time than the database: every Date of its own is moved, whoever asks. */
const falseClock = (ms: number) => {
  const source = `const Real = Date; globalThis.Date = class Date extends Real { constructor(...given) { if (given.length === 0) super(Real.now() + ${ms}); else super(...given); } static now() { return Real.now() + ${ms}; } };`;
  return ["--import", `data:text/javascript,${encodeURIComponent(source)}`];
};
const hour = 3_600_000;
const year = 365 * 24 * hour;

const headers = (who: Someone) => ({
  "x-jizhen-client": "web",
  "content-type": "application/json",
  cookie: `${sessionCookieName({ secure: false })}=${signedCookieValue(who.token, authSecret(world.platform.services))}`,
  "x-jizhen-workspace": who.workspace,
});
async function post(host: Host, who: Someone, path: string, input: unknown): Promise<string> {
  const answer = await fetch(`${host.url}/trpc/${path}`, { method: "POST", headers: headers(who), body: superjson.stringify(input) });
  const body = (await answer.json()) as { error?: { json: { message: string } } };
  return body.error?.json.message ?? "done";
}

const clocks = [
  { clock: "an hour fast", ms: hour },
  { clock: "a year slow", ms: -year },
  { clock: "an hour slow", ms: -hour },
  { clock: "a year fast", ms: year },
];

it.each(isLong ? clocks : clocks.slice(0, 2))(
  "a server whose clock is $clock takes and opens by the database's (G18)",
  async ({ clock, ms }) => {
    const { seconds } = await timed(async () => {
      await world.later({});
      const { id, closesAt } = await published(world, { title: "服务器时钟" });
      const env = { DATABASE_URL: world.fresh.ownerUrl, APP_DATABASE_URL: world.fresh.appUrl, DATA_DIR: world.dataDir };
      const host = await startHost({ env, node: falseClock(ms) });
      try {
        // The start puts the real clock of the database back.
        const submit = (who: Someone) =>
          post(host, who, "procurement.quote.submit", {
            requestId: id,
            requestVersion: 1,
            content: someContent(["86.5", "120"]),
            confirm: true,
          });
        await stopClockAt(moved(closesAt, -1));
        expect(await submit(world.supplier)).toBe("done");
        expect(await post(host, world.buyer, "procurement.request.open", { requestId: id })).toBe("procurement.request.still_quoting");
        await stopClockAt(closesAt);
        expect(await submit(world.secondSupplier)).toBe("procurement.request.closed");
        expect(await post(host, world.buyer, "procurement.request.open", { requestId: id })).toBe("done");
        await signsInFor14Days(host, ms);
      } finally {
        await host.stop();
      }
    });
    figure({ promise: "G18", proof: `server clock ${clock}`, seconds });
  },
);

/** A session that a process with a false clock hands out ends after fourteen days of the database, not of the process. */
async function signsInFor14Days(host: Host, ms: number): Promise<void> {
  await world.later({});
  const email = `clock${host.pid}@jizhen.example`;
  const send = (path: string, body: object) =>
    fetch(`${host.url}/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: host.url },
      body: JSON.stringify(body),
    });
  const password = "定襄 flange 2026";
  await send("/sign-up/email", { name: "时钟", email, password });
  const answer = await send("/sign-in/email", { email, password });
  expect(answer.status, await answer.text()).toBe(200);
  const rows = await world.asOwner(
    `select 1 from session s join person p on p.id = s.user_id where p.email = $1
      and s.expires_at between jizhen_clock() + interval '13 days 23 hours' and jizhen_clock() + interval '14 days 1 minute'`,
    [email],
  );
  expect(rows).toHaveLength(1);
  // The control: what the process dates by itself does stand at the false time.
  const [own] = await world.asOwner<{ off: number }>(
    "select (extract(epoch from s.created_at - clock_timestamp()) * 1000)::float8 as off from session s join person p on p.id = s.user_id where p.email = $1",
    [email],
  );
  expect(Math.abs((own?.off ?? 0) - ms)).toBeLessThan(120_000);
}
