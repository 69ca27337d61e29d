export { type AnyTx, ask } from "../../platform/ask.ts";
