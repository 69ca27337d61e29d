import { PolicyId } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, forTown, router } from "../../trpc/procedures.ts";
import * as policy from "./policy.usecases.ts";
import { listOwn, listPolicies, PolicyFilter, readPolicy, testRules } from "./policy.views.ts";

export const townPolicy = router({
  ours: forMembers("town.policy.read").query(({ ctx }) => ctx.town.read((tx) => listOwn(tx))),
  read: forMembers("town.policy.read")
    .input(z.strictObject({ policyId: PolicyId }))
    .query(({ ctx, input }) => ctx.town.read((tx) => readPolicy(tx, input.policyId))),

  list: forTown("town.policy.save")
    .input(PolicyFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listPolicies(tx, ctx.workspace, input))),
  test: forTown("town.policy.save")
    .input(policy.RulesToTest)
    .query(({ ctx, input }) => ctx.town.read((tx) => testRules(tx, input))),
  write: forTown("town.policy.save")
    .input(policy.WriteInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => policy.write(tx, input))),
  rewrite: forTown("town.policy.save")
    .input(policy.RewriteInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => policy.rewrite(tx, input))),
  publish: forTown("town.policy.publish")
    .input(policy.OnPolicy)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => policy.publishPolicy(tx, input))),
  withdraw: forTown("town.policy.withdraw")
    .input(policy.WithdrawInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => policy.withdrawPolicy(tx, input))),
});
