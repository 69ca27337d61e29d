import { type PurchaseRequest, type Quote, QuoteContent, type RequestIn } from "@jizhen/domain-procurement";
import { canonical } from "@jizhen/kernel";
import { type Envelope, fromJson, seal, type Unsealed, unseal } from "../../platform/seal.ts";
import type { Evidence } from "../../platform/seal-evidence.ts";
import type { Services } from "../../platform/services.ts";
import type { Revision } from "./quote.store.ts";

type Keyed = { readonly services: Pick<Services, "keys"> };

/** Seals what a firm wrote. `revision` 0 is the working copy. */
export function sealContent({ services }: Keyed, quote: Quote, request: RequestIn<"quoting">, revision: number, content: QuoteContent) {
  const { townId, requestId, supplierId, id } = quote;
  const closesAt = request.closesAt.toISOString();
  const context = { townId, requestId, requestVersion: request.requestVersion, supplierId, quoteId: id, revision, closesAt };
  return seal(services.keys.sealMaster, context, canonical(content));
}

/** The content of a sent revision, when the evidence covers it and nothing about it was altered. */
export function readRevision(
  { services }: Keyed,
  evidence: Evidence,
  townId: PurchaseRequest["townId"],
  revision: Revision,
): QuoteContent | null {
  const { quoteId, requestId, requestVersion, supplierId } = revision;
  const expected = { townId, requestId, requestVersion, supplierId, quoteId, revision: revision.revision };
  return contentOf(unseal(services.keys.sealMaster, evidence, expected, revision.envelope));
}

/** The working copy, for its own firm. */
export function readDraft(
  { services }: Keyed,
  evidence: Evidence,
  quote: Quote,
  stored: Readonly<Record<string, unknown>>,
): QuoteContent | null {
  const envelope: Envelope = fromJson(stored);
  const { townId, requestId, supplierId, id } = quote;
  const { requestVersion } = envelope.sealedUnder;
  return contentOf(
    unseal(services.keys.sealMaster, evidence, { townId, requestId, requestVersion, supplierId, quoteId: id, revision: 0 }, envelope),
  );
}

function contentOf(unsealed: Unsealed): QuoteContent | null {
  if (!unsealed.readable) return null;
  try {
    const parsed = QuoteContent.safeParse(JSON.parse(unsealed.text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
