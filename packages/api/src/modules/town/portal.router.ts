import { PolicyId } from "@jizhen/domain-town";
import * as z from "zod";
import { forMembers, forVisitors, router } from "../../trpc/procedures.ts";
import { hide, show } from "./portal.store.ts";
import { ownListing, PortalInput, readPortal, readPublicPolicy } from "./portal.views.ts";

const ShowInput = z.strictObject({
  introductionZh: z.string().trim().min(4).max(300),
  introductionEn: z.string().trim().min(4).max(500).nullable(),
});

export const townPortal = router({
  get: forVisitors.input(PortalInput).query(({ ctx, input }) => readPortal(ctx.services, input)),
  policy: forVisitors
    .input(PortalInput.extend({ policyId: PolicyId }))
    .query(({ ctx, input }) => readPublicPolicy(ctx.services, input.slug, input.policyId)),
  own: forMembers("town.portal.hide").query(({ ctx }) => ctx.town.read((tx) => ownListing(tx))),
  show: forMembers("town.portal.show")
    .input(ShowInput)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => show(tx, input))),
  hide: forMembers("town.portal.hide").mutation(({ ctx }) => ctx.town.write((tx) => hide(tx))),
});
