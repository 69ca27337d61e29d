import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Text or sign on ground, as the style sheets use them. A new pair in a style sheet belongs on this list. */
const textPairs = [
  ["ink", "bg"],
  ["ink", "surface"],
  ["ink", "sunken"],
  ["ink", "neutral-soft"],
  ["ink", "blue-soft"],
  ["ink", "doubt-soft"],
  ["ink", "warm-soft"],
  ["ink-2", "bg"],
  ["ink-2", "surface"],
  ["ink-2", "sunken"],
  ["ink-2", "neutral-soft"],
  ["ink-3", "bg"],
  ["ink-3", "surface"],
  ["ink-3", "sunken"],
  ["on-blue", "blue"],
  ["on-blue", "blue-hover"],
  ["on-warm", "warm"],
  ["on-bad", "bad"],
  ["blue-ink", "surface"],
  ["blue-ink", "bg"],
  ["blue-ink", "sunken"],
  ["blue-ink", "blue-soft"],
  ["warm-ink", "surface"],
  ["warm-ink", "bg"],
  ["warm-ink", "warm-soft"],
  ["good-ink", "surface"],
  ["good-ink", "good-soft"],
  ["bad-ink", "surface"],
  ["bad-ink", "bg"],
  ["bad-ink", "bad-soft"],
  ["doubt-ink", "surface"],
  ["doubt-ink", "doubt-soft"],
  ["neutral-ink", "neutral-soft"],
] as const;
/** Borders of controls and the focus ring need 3 : 1 (WCAG 1.4.11). */
const edgePairs = [
  ["line-strong", "surface"],
  ["line-strong", "bg"],
  ["focus", "surface"],
  ["focus", "bg"],
] as const;

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const modes = {
  light: block(/^:root \{\n {2}color-scheme: light;([^}]*)\}/m),
  dark: block(/^:root\[data-mantine-color-scheme="dark"\] \{([^}]*)\}/m),
};

function block(pattern: RegExp): Map<string, string> {
  const body = pattern.exec(css)?.[1] ?? "";
  return new Map([...body.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string>, front: string, ground: string): number {
  const [a, b] = [front, ground].map((name) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`no token --${name}`);
    return luminance(value);
  });
  const [light, dark] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(modes))("tokens, %s", (_, tokens) => {
  it.each(textPairs)("--%s can be read on --%s", (front, ground) => expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(4.5));
  it.each(edgePairs)("--%s can be seen on --%s", (front, ground) => expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(3));
});

it("both modes name the same colours", () => expect([...modes.dark.keys()].sort()).toEqual([...modes.light.keys()].sort()));
