import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { filesAskedAhead } from "./scripts/ahead.mjs";
import { packedFiles } from "./scripts/packed.mjs";

const server = `http://127.0.0.1:${process.env["PORT"] ?? "4000"}`;
const proxied = ["/trpc", "/files", "/documents", "/open", "/auth", "/api", "/healthz", "/demo"];

/** Parts without a library of their own, and the icons: the public pages show them too. */
const smallParts =
  /src\/ui\/(?:button|choices|copy-id|countdown|data-table|field|figures|layout|link|look-buttons|moment|page|spinner|states|tabs|tag|timeline)\.tsx$|src\/lib\/theme\.ts$|@tabler\/icons/;
/** The query layer, which asks what a page shows while the kit is still under way. */
const asking = /@tanstack\/(?:react-)?query|node_modules\/(?:@trpc|superjson)|src\/lib\/(?:asked|trpc|session|workspace|pages)\.ts$/;
/** The frames round every page but the public ones, what they need of the kit's library, and the small parts that no public page shows. */
const kit =
  /src\/app\/(?:kit|work)-frame\.tsx$|src\/ui\/(?:asked|date-field|dialog|search-field|search-select|upload-list)\.tsx$|src\/lib\/(?:download|draft|kept|onward|upload|use-narrow|use-submit)\.ts$/;
/** What pages say of goods, amounts and dates; forms alone bring the schemas, and zod with them. */
const schemas = /node_modules\/zod\/|packages\/kernel\/src\/(?:event|id|quantity|\w+\.schema)\.ts$|packages\/spec\/src\/model\.ts$/;
const withoutSchemas = /packages\/kernel\/src\/(?:money|ratio|result|time|units)\.ts$|packages\/spec\/src\/(?!model\.ts$)/;

export default defineConfig({
  plugins: [react(), filesAskedAhead(), packedFiles()],
  server: {
    host: "127.0.0.1",
    port: Number(process.env["WEB_PORT"] ?? "5173"),
    strictPort: true,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // data: URLs would need a wider content security policy
    chunkSizeWarningLimit: 400,
    manifest: true,
    rolldownOptions: {
      // Few files a page: over a slow link six are under way at a time, and each costs a journey. The first group that fits takes a module,
      // with what it needs; what no group takes comes with its page, or as a file of its own where several pages share it.
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"] },
            { name: "parts", test: smallParts },
            { name: "asking", test: asking },
            { name: "kit", test: kit },
            { name: "names", test: withoutSchemas, minShareCount: 5 },
            { name: "zod", test: schemas },
            { name: "town-rules", test: /packages\/domain-town\//, minShareCount: 2 },
            { name: "figures", test: /src\/features\/town\/figures\//, minShareCount: 2, maxModuleSize: 3_000 },
            { name: "request", test: /src\/features\/procurement\/(?:detail|award|negotiation|quote)\//, minShareCount: 2 },
            { name: "trade", test: /packages\/domain-trade\/src\/order\/choices\.ts$|src\/features\/trade\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
