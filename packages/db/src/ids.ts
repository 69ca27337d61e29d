import type { IdOf } from "@jizhen/kernel";
import { typeid } from "typeid-js";

/** A new id of this kind, such as preq_01h…; ids sort by the moment they were made. For use cases: the domain is handed its ids. */
export const newId = <const P extends string>(prefix: P): IdOf<P> => typeid(prefix).toString() as unknown as IdOf<P>;
