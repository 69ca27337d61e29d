import { CountryCode } from "@jizhen/domain-town";
import { TownId } from "@jizhen/kernel";
import * as z from "zod";
import { forMembers, forPersons, forVisitors, router } from "../../trpc/procedures.ts";
import { checkNumber, editOrganisation, OrganisationEdit, RegisterInput, register } from "./organisation.usecases.ts";
import { getOwnOrganisation } from "./organisation.views.ts";

export const townOrganisation = router({
  checkNumber: forVisitors
    .input(z.strictObject({ country: CountryCode, number: z.string().max(60), townId: TownId.nullable() }))
    .query(({ ctx, input }) => checkNumber(ctx.services, input)),
  register: forPersons
    .input(RegisterInput)
    .mutation(({ ctx, input: { townId, ...input } }) => register(ctx.openTown, { townId, personId: ctx.person.personId }, input)),
  get: forPersons.query(({ ctx }) => ctx.openTown(ctx.workspace().actor).read((tx) => getOwnOrganisation(tx))),
  edit: forMembers("town.organisation.edit")
    .input(OrganisationEdit)
    .mutation(({ ctx, input }) => ctx.town.write((tx) => editOrganisation(tx, input))),
});
