import { newId } from "@jizhen/db";
import { QuestionId, questions, type RequestId, requests } from "@jizhen/domain-procurement";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import type { Tx } from "../../platform/tx.ts";
import { livingSuppliers } from "./quotes-of-request.ts";
import { tellBuyer, tellSuppliers } from "./request.notices.ts";
import * as store from "./request.store.ts";
import { now, ownRequest } from "./request.usecases.ts";

/** Under the shared lock, as a quote is: a question is before the close or it is not asked. */
export async function askQuestion(tx: Tx, { requestId, text }: { requestId: RequestId; text: string }) {
  const request = await store.findRequest(tx, requestId, "share");
  if (!request || !(await store.isVisible(tx, request))) return refuse({ kind: "not_found", code: "procurement.request.unknown" });
  const quoting = orRefuse(requests.insist(request, "quoting"));
  const question = orRefuse(questions.ask(quoting, { id: QuestionId.parse(newId("ques")), text }, await now(tx)));
  await store.commitQuestion(tx, "procurement.request.ask", quoting, question);
  await tellBuyer(tx, quoting, { kind: "procurement.request.asked", source: question.id });
  return { id: question.id };
}

/** To all, and to the asker like to everybody else. */
export async function answerQuestion(
  tx: Tx,
  { requestId, questionId, text }: { requestId: RequestId; questionId: QuestionId; text: string },
) {
  const quoting = orRefuse(requests.insist(await ownRequest(tx, requestId, null), "quoting"));
  const question = await store.lockQuestion(tx, requestId, questionId);
  if (!question) return refuse({ kind: "not_found", code: "procurement.request.question_unknown" });
  const answered = orRefuse(questions.answer(quoting, question, text, await now(tx)));
  await store.commitQuestion(tx, "procurement.request.answer", quoting, answered);
  const concerned = new Set([...(await livingSuppliers(tx, requestId)), question.askerId]);
  await tellSuppliers(tx, quoting, [...concerned], { kind: "procurement.request.answered", source: question.id });
  return { id: question.id };
}
