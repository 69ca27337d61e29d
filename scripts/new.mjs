// npm run new -- aggregate <function> <name>: the files of a new aggregate in their places, so that every one looks alike.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { giveUp, home } from "./lib.mjs";

const [kind, area, name] = process.argv.slice(2);
const word = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
if (kind !== "aggregate" || !word.test(area ?? "") || !word.test(name ?? ""))
  giveUp("Usage: npm run new -- aggregate <function> <name>, such as: npm run new -- aggregate trade delivery");

const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const Name = camel[0].toUpperCase() + camel.slice(1);
const thread = `${area}.${camel}`;
const domain = `packages/domain-${area}/src/${name}`;
const module = `packages/api/src/modules/${area}`;

const files = {
  [`${domain}/model.ts`]: `import { idOf, OrgId, TownId } from "@jizhen/kernel";
import * as z from "zod";

export const ${Name}Id = idOf("${camel.slice(0, 4).toLowerCase()}");
export type ${Name}Id = z.infer<typeof ${Name}Id>;

const Base = z.object({ id: ${Name}Id, townId: TownId, organisationId: OrgId, version: z.int().min(0) });

/** One shape per status. */
export const ${Name} = z.discriminatedUnion("status", [Base.extend({ status: z.literal("draft") })]);
export type ${Name} = z.infer<typeof ${Name}>;
`,
  [`${domain}/errors.ts`]: `/** Every reason this aggregate can say no; packages/i18n words each code. */
export type ${Name}Refusal =
  | { kind: "not_found"; code: "${thread}.unknown" }
  | { kind: "rule"; code: "${thread}.wrong_status"; params: { status: string } };
`,
  [`${domain}/policy.ts`]: `import type { ${Name} } from "./model.ts";

/** What may be done in which status, sent with the data so that no button guesses. */
export const steps: Record<${Name}["status"], readonly string[]> = { draft: [] };
`,
  [`${domain}/transitions.test.ts`]: `import { expect, it } from "vitest";
import { steps } from "./policy.ts";

it("every status has its row in the table", () => expect(Object.keys(steps)).toEqual(["draft"]));
`,
  [`${module}/${name}.router.ts`]: `import { router } from "../../trpc/procedures.ts";

export const ${camel}Router = router({});
`,
};

const there = Object.keys(files).filter((path) => existsSync(join(home, path)));
if (there.length > 0) giveUp(`These exist already and are left alone: ${there.join(", ")}`);
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
  process.stdout.write(`${path}\n`);
}
process.stdout.write(`
Next, in this order: the table in packages/db/prisma/schema/${area}.prisma (npm run migration -w @jizhen/db), permissions in packages/domain-town/src/permission/table.ts,
words of the refusals in packages/i18n, ${name}.store.ts with the one commit, use cases and views, the row of each procedure in packages/api/src/access-matrix/${area}.ts,
reactions in packages/api/src/wiring.ts, and the screen under apps/web/src/features/${area}/${name}.
`);
