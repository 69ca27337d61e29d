import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://127.0.0.1:${process.env["PORT"] ?? "4000"}`;
const proxied = ["/trpc", "/files", "/documents", "/open", "/auth", "/api", "/healthz", "/demo"];

export default defineConfig({
  plugins: [react()],
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
  },
});
