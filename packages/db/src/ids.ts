import type { idOf } from "@jizhen/kernel";
import { typeid } from "typeid-js";

type Id<P extends string> = ReturnType<typeof idOf<P>>["_output"];

/** A new id of this kind, such as preq_01h…; ids sort by the moment they were made. For use cases: the domain is handed its ids. */
export const newId = <const P extends string>(prefix: P): Id<P> => typeid(prefix).toString() as Id<P>;
