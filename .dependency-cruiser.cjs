const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const tests = "[.](test|fixtures)[.]tsx?$|/testing/";

/** Who may import whom; each message says what to do instead. */
module.exports = {
  forbidden: [
    rule(
      "no-cycles",
      "A cycle means two things are one thing: merge them, or move what both need below them.",
      { path: "^(packages|apps)/" },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "kernel-stands-alone",
      "The kernel may use zod and nothing else.",
      { path: "^packages/kernel/src", pathNot: tests },
      { pathNot: "^packages/kernel/|node_modules/zod/" },
    ),
    rule(
      "spec-knows-the-kernel",
      "Packs and the parser are pure data and functions over the kernel.",
      { path: "^packages/spec/src", pathNot: tests },
      { pathNot: "^packages/(kernel|spec)/|node_modules/zod/" },
    ),
    rule(
      "domain-is-pure",
      "Rules know nothing of React, Prisma, tRPC, files or the network: pass what they need as facts.",
      { path: "^packages/domain-[^/]+/src", pathNot: tests },
      { pathNot: "^packages/(kernel|spec|domain-[^/]+)/|node_modules/zod/" },
    ),
    rule(
      "domains-are-strangers",
      "Modules meet in packages/api/src/wiring.ts, not in each other's rules.",
      { path: "^packages/domain-([^/]+)/" },
      { path: "^packages/domain-[^/]+/", pathNot: "^packages/domain-$1/" },
    ),
    rule(
      "words-know-only-types",
      "i18n words the types of kernel and domains; it runs none of their code.",
      { path: "^packages/i18n/src", pathNot: tests },
      { path: "^packages/", pathNot: "^packages/i18n/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "db-knows-the-kernel",
      "The database package holds no rule of a function.",
      { path: "^packages/db/" },
      { path: "^packages/", pathNot: "^packages/(db|kernel)/" },
    ),
    rule(
      "api-modules-are-strangers",
      "Ask through the other module's public.ts or react through wiring.ts.",
      { path: "^packages/api/src/modules/([^/]+)/", pathNot: tests },
      { path: "^packages/api/src/modules/[^/]+/", pathNot: "^packages/api/src/modules/($1/|[^/]+/public[.]ts$)" },
    ),
    rule(
      "platform-knows-no-module",
      "The ground does not know what stands on it: register with it from wiring.ts.",
      { path: "^packages/api/src/(platform|trpc)/", pathNot: tests },
      { path: "^packages/api/src/modules/" },
    ),
    rule(
      "routers-stay-thin",
      "A router names who, what and where; tables are reached by stores, views and use cases.",
      { path: "[.]router[.]ts$" },
      { path: "^packages/db/" },
    ),
    rule(
      "generated-client-stays-home",
      "Only packages/db may open a database.",
      { pathNot: "^packages/db/" },
      { path: "^packages/db/src/generated/" },
    ),
    rule(
      "web-knows-only-the-type",
      "The browser may import the API's types and never its code.",
      { path: "^apps/web/" },
      { path: "^packages/(api|db)/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "web-features-are-strangers",
      "Compose features in apps/web/src/app; share through ui and lib.",
      { path: "^apps/web/src/features/([^/]+)/" },
      { path: "^apps/web/src/features/[^/]+/", pathNot: "^apps/web/src/features/$1/" },
    ),
    rule(
      "only-ui-knows-mantine",
      "Screens are made of apps/web/src/ui, so that the kit can change in one place.",
      { path: "^apps/web/src/", pathNot: "^apps/web/src/ui/" },
      { path: "node_modules/@mantine/" },
    ),
    rule(
      "web-layers",
      "ui and lib stand below the features and know none of them.",
      { path: "^apps/web/src/(ui|lib)/" },
      { path: "^apps/web/src/(features|app)/" },
    ),
    rule(
      "front-doors-only",
      "Import a package by its name.",
      { path: "^(packages|apps)/([^/]+)/" },
      {
        path: "^packages/[^/]+/src/",
        pathNot: "^packages/($2/|[^/]+/src/(index|testing)[.]ts$|[^/]+/src/[^/]+/(testing|index|dimensions)[.]ts$|api/src/testing/)",
        dependencyTypesNot: ["npm"],
      },
    ),
    rule(
      "declared-only",
      "npm hoists: what a package imports stands in its own package.json.",
      { path: "^(packages|apps)/", pathNot: tests },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    rule(
      "nothing-unresolved",
      "An import that leads nowhere fails at run time (pdfmake keeps its types beside its code, under a name of their own).",
      { path: "^(packages|apps)/" },
      { couldNotResolve: true, pathNot: "^pdfmake/interfaces$" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "src/generated|/dist/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
