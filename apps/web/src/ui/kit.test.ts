import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const here = new URL("./", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, here), "utf8");
const styles = fileURLToPath(new URL("../../../../node_modules/@mantine/core/styles", import.meta.url));
const sheets = ["kit.css", "dialog.css", "search.css"].map(read).join("\n");
const listed = new Set([...sheets.matchAll(/@mantine\/core\/styles\/([A-Za-z]+)\.css/g)].map(([, name]) => name));

/** Parts that a used part draws itself with. */
const within: Record<string, readonly string[]> = {
  Modal: ["ModalBase", "CloseButton", "Overlay", "Paper", "ScrollArea"],
  Drawer: ["ModalBase", "CloseButton", "Overlay", "Paper", "ScrollArea"],
  Select: ["Input", "Combobox", "Popover", "ScrollArea", "CloseButton"],
  MultiSelect: ["Input", "Combobox", "Popover", "ScrollArea", "CloseButton", "Pill", "PillsInput"],
  Menu: ["Popover", "UnstyledButton"],
  Popover: [],
};

const used = readdirSync(here)
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .flatMap((name) => [...read(name).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].map(([, names = ""]) => names))
  .flatMap((names) => names.split(","))
  .map((name) => name.replace(/ as .*/, "").trim())
  .filter((name) => name !== "" && !/^(create|use|Mantine|type )/.test(name));

it.each([...new Set(used)])("the CSS of %s is listed", (name) => {
  const needed = [name, ...(within[name] ?? ["<say in this test what the part is drawn with>"])];
  const missing = needed.filter((part) => !listed.has(part) && (existsSync(`${styles}/${part}.css`) || part.startsWith("<")));
  expect(missing).toEqual([]);
});

it("no CSS is loaded that Mantine does not ship", () => {
  expect(
    [...listed].filter((name) => name !== undefined && !existsSync(`${styles}/${name}.css`) && !/^(default|global)/.test(name)),
  ).toEqual([]);
});
