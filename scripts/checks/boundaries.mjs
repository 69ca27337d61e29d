// dependency-cruiser reads TypeScript through the compiler API, which TypeScript 7 does not offer: for it alone, "typescript" means version 5.
import { Module, register } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const compiler = (name) => name.replace(/^typescript(?=$|\/)/, "typescript-5");

const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => resolve(compiler(name), ...rest);
const hook = `export const resolve = (name, context, next) => next(name === "typescript" ? "typescript-5" : name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const home = join(dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(home);
const extra = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...(extra.length > 0 ? extra : ["packages", "apps"]), "--config", ".dependency-cruiser.cjs");
await import(join(home, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"));
