import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { filesAskedAhead } from "./scripts/ahead.mjs";
import { packedFiles } from "./scripts/packed.mjs";

const server = `http://127.0.0.1:${process.env["PORT"] ?? "4000"}`;
const proxied = ["/trpc", "/files", "/documents", "/open", "/auth", "/api", "/healthz", "/demo"];

/** Parts without a library of their own, and the icons; what brings Mantine along stays with the pages that need it. */
const smallParts =
  /src\/ui\/(?:button|choices|copy-id|countdown|data-table|field|figures|layout|link|moment|page|spinner|states|tabs|tag|timeline)\.tsx$|@tabler\/icons/;
/** The query layer, which every page behind the first one needs. */
const asking = /@tanstack\/(?:react-)?query|node_modules\/(?:@trpc|superjson)|src\/lib\/(?:trpc|session|workspace|pages)\.ts$/;

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
      // Parts of the kit that nearly every page shows come in one file rather than in thirty: over a slow link each file costs a journey.
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 3 },
            { name: "parts", test: smallParts, priority: 2 },
            { name: "asking", test: asking },
          ],
        },
      },
    },
  },
});
