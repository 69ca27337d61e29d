import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aSite, origin, type Site } from "../apps/server/src/http.fixtures.ts";
import { figure, timed } from "./support/scale.ts";
import { type Attack, refusedAttacks, tamedAttacks } from "./uploads/attacks.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.close());

const send = ({ name, content }: Attack) =>
  fetch(`${site.url}/files?purpose=request`, {
    method: "POST",
    headers: { ...site.headers(site.world.buyer), origin, "x-file-name": encodeURIComponent(name) },
    body: new Uint8Array(content),
  });
const asForm = ({ name, content }: Attack) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(content)], name, { type: "text/html" }));
  return fetch(`${site.url}/files?purpose=request`, { method: "POST", headers: { ...site.headers(site.world.buyer), origin }, body: form });
};

const stored = (): string[] =>
  readdirSync(site.world.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site.world.dataDir, join(entry.parentPath, entry.name)));

it("no attack file is taken for what it is not (G15)", async () => {
  const before = stored().length;
  let worstMs = 0;
  const rss = process.memoryUsage().rss;
  const { seconds } = await timed(async () => {
    for (const attack of refusedAttacks) {
      const began = performance.now();
      const answer = await send(attack);
      worstMs = Math.max(worstMs, performance.now() - began);
      expect(answer.status, `${attack.what}: ${await answer.text()}`).toBe(422);
    }
  });
  const rssGrowthMb = Math.round((process.memoryUsage().rss - rss) / 1e6);
  figure({
    promise: "G15",
    proof: "attack files refused",
    seconds,
    files: refusedAttacks.length,
    worstMs: Math.round(worstMs),
    rssGrowthMb,
  });
  expect(stored().length).toBe(before);
  expect(rssGrowthMb).toBeLessThan(300);
});

const kinds =
  /^(application\/pdf|image\/(png|jpeg|webp|vnd\.dwg|vnd\.dxf)|text\/(plain|csv); charset=utf-8|application\/vnd\.openxmlformats-[\w.-]+)$/;

it("what may be taken in leaves as an attachment of its real type, under a name that leads nowhere (G15)", async () => {
  let [taken, refused] = [0, 0];
  const { seconds } = await timed(async () => {
    for (const attack of tamedAttacks) {
      for (const answer of [await send(attack), await asForm(attack)]) {
        if (answer.status !== 200) {
          expect(answer.status, attack.what).toBe(422);
          refused += 1;
          continue;
        }
        taken += 1;
        const { id } = (await answer.json()) as { id: string };
        const got = await fetch(`${site.url}/files/${id}`, { headers: site.headers(site.world.buyer) });
        expect(got.status, attack.what).toBe(200);
        expect(got.headers.get("content-type"), attack.what).toMatch(kinds);
        const disposition = got.headers.get("content-disposition") ?? "";
        expect(disposition, attack.what).toMatch(
          /^attachment; filename="[^"\\/]+\.(pdf|png|jpg|webp|dwg|dxf|txt|csv|xlsx|docx)"; filename\*=UTF-8''[\w%.!~*-]+$/,
        );
        expect(decodeURIComponent(disposition.split("''")[1] ?? ""), attack.what).not.toMatch(/[/\\\p{Cc}\u202e]|^\./u);
        expect(got.headers.get("x-content-type-options")).toBe("nosniff");
        expect(got.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
        expect(Buffer.from(await got.arrayBuffer()).equals(attack.content), attack.what).toBe(true);
      }
    }
  });
  figure({ promise: "G15", proof: "dressed files and names", seconds, files: tamedAttacks.length, taken, refused });
  expect(taken).toBeGreaterThan(tamedAttacks.length);
});

it("everything stored lies in the store under a random name that nobody may run (G15)", () => {
  const files = stored().filter((path) => !path.startsWith("keys"));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((path) => !/^files[/\\]([0-9a-f]{2})[/\\]\1[0-9a-f]{46}$/.test(path))).toEqual([]);
  expect(files.filter((path) => (statSync(join(site.world.dataDir, path)).mode & 0o111) !== 0)).toEqual([]);
});
