export type { Services } from "./platform/services.ts";
export { type AppRouter, appRouter } from "./root.ts";
export { type Context, contextOf } from "./trpc/context.ts";
export type { ErrorData, InputIssue } from "./trpc/errors.ts";
export { callerOf } from "./trpc/procedures.ts";
