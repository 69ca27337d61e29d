/** What may stand in a refusal's words. A parameter is a fact, never a sentence. */
export type RefusalParams = Readonly<Record<string, string | number | boolean | Date>>;

/** Why the platform said no: `kind` decides the transport status, `code` decides the words, `field` where the focus goes. */
export type Reason = {
  readonly kind: "not_found" | "forbidden" | "conflict" | "rule" | "too_many";
  readonly code: string;
  readonly params?: RefusalParams;
  /** Path of the input field that is to be mended, such as `lines.2.quantity`. */
  readonly field?: string;
  /** Ids of the records that stand in the way, the first to be settled first, so that a screen can lead there; only what the asker may read. */
  readonly about?: readonly string[];
};

/** An expected "no", travelling as an exception. Anything else thrown is a fault. */
export class Refusal<R extends Reason = Reason> extends Error {
  override readonly name = "Refusal";
  readonly reason: R;
  constructor(reason: R) {
    super(reason.code);
    this.reason = reason;
  }
}
