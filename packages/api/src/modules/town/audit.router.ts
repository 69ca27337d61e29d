import { forMembers, router } from "../../trpc/procedures.ts";
import { AuditFilter, listAudit } from "./audit.views.ts";

export const townAudit = router({
  list: forMembers("town.audit.read")
    .input(AuditFilter)
    .query(({ ctx, input }) => ctx.town.read((tx) => listAudit(tx, ctx.workspace, input))),
});
