import type { TextKey } from "@jizhen/i18n";
import { type Reason, Refusal, type Result } from "@jizhen/kernel";

/** A "no" that has words in both languages: a code without a text does not compile here. */
export type KnownRefusal = Reason & { readonly code: TextKey };

export function refuse(reason: KnownRefusal): never {
  throw new Refusal(reason);
}

export function orRefuse<T>(result: Result<T, KnownRefusal>): T {
  return result.ok ? result.value : refuse(result.error);
}
