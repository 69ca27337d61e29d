// Writes dist/ahead.js: it asks for all files of the page that was opened at once, and who is signed in. Without it the browser learns of
// them in five turns (start, words, frame, page, person), and over a phone's link each turn costs a journey.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestIn, pagesOf, startFiles, wavesOf } from "./pages.mjs";

const locales = ["zh-CN", "en"];

/** Runs in the browser before anything else; it stands alone and is sent as its own text. */
function askAhead({ files, pages }) {
  let chosen = null;
  try {
    chosen = localStorage.getItem("jizhen.locale");
  } catch {
    // storage may be forbidden; the browser's own language then decides
  }
  const locale = chosen === "en" || chosen === "zh-CN" ? chosen : navigator.language.startsWith("zh") ? "zh-CN" : "en";
  const page = pages.find(({ path }) => new RegExp(path).test(location.pathname));
  // Before the files: six are under way at a time, and this answer is wanted before the last of them.
  if (page?.asks === true) {
    let workspace = null;
    try {
      workspace = sessionStorage.getItem("jizhen.workspace") ?? localStorage.getItem("jizhen.workspace");
    } catch {
      // then the person chooses anew
    }
    const headers = { "x-jizhen-client": "web", ...(workspace === null ? {} : { "x-jizhen-workspace": workspace }) };
    globalThis.jizhenMe = fetch("/trpc/platform.session.me?batch=1&input=%7B%7D", { headers });
    // Without an answer the page asks again by itself.
    globalThis.jizhenMe.catch(() => undefined);
  }
  const ask = (at) => {
    const link = document.createElement("link");
    const style = files[at].endsWith(".css");
    link.rel = style ? "preload" : "modulepreload";
    if (style) link.as = "style";
    // As the build's own loader asks for it: else the browser takes it for another file.
    if (style) link.crossOrigin = "";
    link.href = `/${files[at]}`;
    link.dataset.ahead = "";
    document.head.append(link);
    return link;
  };
  const [first, then] = page?.[locale] ?? [[], []];
  let left = first.length;
  // What shares the link with the start holds it up: the start and the query layer come first and ask, while kit and page are under way.
  const came = () => {
    left -= 1;
    if (left === 0) for (const at of then) ask(at);
  };
  for (const at of first) {
    const link = ask(at);
    link.addEventListener("load", came);
    link.addEventListener("error", came);
  }
  // A browser loads its tables of dates and figures at the first of them, for as long as a page takes to draw; here it only waits for the link.
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "Asia/Shanghai", month: "short", hour: "2-digit" }).format();
  new Intl.NumberFormat(locale, { style: "currency", currency: "CNY" }).format(1);
  new Intl.PluralRules(locale).select(1);
}

const pattern = (path) => `^${path.replaceAll(/\$[a-z]+/gi, "[^/]+")}/?$`;
const places = (path) => path.split("$").length;

function textFor(dist) {
  const manifest = manifestIn(dist);
  const known = new Set(startFiles(manifest));
  const files = [];
  const numberOf = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
  const byLocale = locales.map((locale) => pagesOf(manifest, locale));
  const pages = byLocale[0]
    .map(({ path, frame }, at) => ({
      path,
      ...(frame === "work" ? { asks: true } : {}),
      ...Object.fromEntries(
        locales.map((locale, which) => [locale, wavesOf(byLocale[which][at], known).map((wave) => wave.map(numberOf))]),
      ),
    }))
    // An address without a place for an id is meant where both fit.
    .sort((a, b) => places(a.path) - places(b.path))
    .map((page) => ({ ...page, path: pattern(page.path) }));
  return `(${askAhead.toString()})(${JSON.stringify({ files, pages })});\n`;
}

export const filesAskedAhead = () => {
  let dist = "dist";
  return {
    name: "files asked for ahead",
    apply: "build",
    configResolved: ({ root, build: { outDir } }) => {
      dist = join(root, outDir);
    },
    transformIndexHtml: () => [{ tag: "script", attrs: { src: "/ahead.js", async: true }, injectTo: "head-prepend" }],
    closeBundle: () => writeFileSync(join(dist, "ahead.js"), textFor(dist)),
  };
};
