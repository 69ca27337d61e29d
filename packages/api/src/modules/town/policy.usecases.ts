import { newId } from "@jizhen/db";
import {
  policies as life,
  type Policy,
  PolicyContent,
  PolicyForm,
  PolicyId,
  ReasonText,
  readRules,
  WrittenRule,
} from "@jizhen/domain-town";
import { millisecondsIn, plus, startOf } from "@jizhen/kernel";
import * as z from "zod";
import { nextNumber } from "../../platform/numbers.ts";
import { orRefuse, refuse } from "../../platform/refuse.ts";
import { schedule } from "../../platform/timers.ts";
import type { Tx } from "../../platform/tx.ts";
import * as store from "./policy.store.ts";

const Written = PolicyContent.extend({ rules: z.array(WrittenRule).max(12) });
const on = { policyId: PolicyId, version: z.int().min(0) };
export const OnPolicy = z.strictObject(on);
export const WriteInput = z.strictObject({ form: PolicyForm, content: Written });
export const RewriteInput = z.strictObject({ ...on, content: Written });
export const WithdrawInput = z.strictObject({ ...on, reason: ReasonText });
export const RulesToTest = z.strictObject({ rules: z.array(WrittenRule).max(12) });

type Kept = Promise<{ id: PolicyId; version: number }>;
const remindBefore = 7 * millisecondsIn.day;
const contentOf = (written: z.infer<typeof Written>): PolicyContent => ({ ...written, rules: orRefuse(readRules(written.rules)) });

async function load(tx: Tx, { policyId, version }: z.infer<typeof OnPolicy>): Promise<Policy> {
  const policy = await store.getPolicy(tx, policyId);
  return policy.version === version ? policy : refuse({ kind: "conflict", code: "platform.changed_meanwhile" });
}

export async function write(tx: Tx, { form, content }: z.infer<typeof WriteInput>): Kept {
  const number = await nextNumber(tx, form === "policy" ? "ZC" : "GG");
  return store.create(tx, life.draft({ id: newId("poli"), townId: tx.by.townId, form, number }, contentOf(content), tx));
}

/** A draft is overwritten; what is published gets an amendment beside it. */
export async function rewrite(tx: Tx, input: z.infer<typeof RewriteInput>): Kept {
  const policy = orRefuse(life.insistPolicyState(await load(tx, input), "draft", "published"));
  return store.commit(tx, "town.policy.save", policy, life.rewrite(policy, contentOf(input.content), tx));
}

export async function publishPolicy(tx: Tx, input: z.infer<typeof OnPolicy>): Kept {
  const policy = orRefuse(life.insistPolicyState(await load(tx, input), "draft", "published"));
  const decision = orRefuse(life.publish(policy, tx));
  const { id, revision, content } = decision.next;
  await store.keepRevision(tx, decision.next);
  if (content.deadline !== null) {
    const at = plus(startOf(content.deadline), -remindBefore);
    if (at > tx.at) await schedule(tx, "town.policy.remind", `${id} ${revision}`, { policyId: id, revision }, at);
  }
  return store.commit(tx, "town.policy.publish", policy, decision, { revision });
}

export async function withdrawPolicy(tx: Tx, { reason, ...input }: z.infer<typeof WithdrawInput>): Kept {
  const policy = orRefuse(life.insistPolicyState(await load(tx, input), "published"));
  return store.commit(tx, "town.policy.withdraw", policy, orRefuse(life.withdraw(policy, reason, tx)), { reason });
}
