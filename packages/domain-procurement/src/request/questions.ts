import { type Act, err, ok, type Result } from "@jizhen/kernel";
import type { RequestRefusal } from "./errors.ts";
import type { Question, QuestionId, RequestIn } from "./model.ts";
import { insistBeforeClose } from "./transitions.ts";

type Answered = Result<Question, RequestRefusal>;

/** A supplier asks while questions are taken; everybody will read the question, nobody who asked it. */
export function ask(request: RequestIn<"quoting">, question: { id: QuestionId; text: string }, { by, at }: Act): Answered {
  if (by.orgId === request.buyerId) return err({ kind: "rule", code: "procurement.request.own_request" });
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (at >= request.questionsUntil) {
    return err({ kind: "rule", code: "procurement.request.questions_over", params: { until: request.questionsUntil } });
  }
  return ok({
    ...question,
    requestId: request.id,
    askerId: by.orgId,
    askedAt: at,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    version: 0,
  });
}

/** Answered once and to all; a second thought is an amendment. */
export function answer(request: RequestIn<"quoting">, question: Question, text: string, { by, at }: Act): Answered {
  const open = insistBeforeClose(request, at);
  if (!open.ok) return open;
  if (question.answer !== null) return err({ kind: "rule", code: "procurement.request.question_answered" });
  return ok({ ...question, answer: text, answeredBy: by.personId, answeredAt: at });
}
