export * from "./permission/table.ts";
