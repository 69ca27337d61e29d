import {
  aBaseline,
  aBaselined,
  aMeasured,
  anApproved,
  anEffect,
  aPlan,
  aProposal,
  aRunning,
  aSeen,
  aVerified,
  aYearLater,
  type On,
} from "../modules/town/upgrade.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Given, Rows } from "./row.ts";

/** A project of a kind is alone while it lives, so that one that the supplier has left standing is stopped first. */
async function cleared(world: World): Promise<World> {
  await world.asOwner(
    `update upgrade_project set state = 'stopped', stopped_by = proposed_by, stopped_at = now(), reason = '测试' where organisation_id = $1
      and state in ('proposed', 'baselined', 'approved', 'running', 'measured')`,
    [world.supplier.actor.orgId],
  );
  return world;
}
const after =
  (lay: (world: World) => Promise<On>, more: object = {}) =>
  async (world: World): Promise<Given> => ({ input: { ...(await lay(await cleared(world))), ...more } });
const reason = { reason: "测试原因" };
const byFirm = { by: "supplier" } as const;
const byReviewer = { by: "reviewer", elsewhere: "forbidden" } as const;
const byAdministrator = { by: "townAdministrator" } as const;

export const townUpgradeRows: Rows = {
  "town.upgrade.mine": {
    by: "supplier",
    rival: "blank",
    elsewhere: "blank",
    given: async (world) => ({ secrets: [(await aProposal(await cleared(world))).projectId] }),
  },
  "town.upgrade.get": {
    by: "supplier",
    given: async (world) => ({ input: { projectId: (await aProposal(await cleared(world))).projectId } }),
  },
  // The input names no firm: everybody proposes for their own.
  "town.upgrade.propose": {
    by: "supplier",
    rival: "allowed",
    elsewhere: "allowed",
    given: async (world) => {
      await cleared(world);
      return { input: aPlan() };
    },
  },
  "town.upgrade.baseline": { ...byFirm, given: after((world) => aProposal(world), { measured: aBaseline() }) },
  "town.upgrade.start": { ...byFirm, given: after((world) => anApproved(world)) },
  "town.upgrade.reportStep": {
    ...byFirm,
    given: after((world) => aRunning(world), { report: { step: 0, doneOn: "2026-01-05", spend: 100, text: "已完成联网", files: [] } }),
  },
  "town.upgrade.measure": {
    ...byFirm,
    given: after(
      async (world) => {
        const running = await aRunning(world);
        await aYearLater(world, running);
        return running;
      },
      { measured: anEffect() },
    ),
  },
  "town.upgrade.stop": { ...byFirm, given: after((world) => aProposal(world), reason) },
  "town.upgrade.board": {
    by: "townAdministrator",
    elsewhere: "blank",
    given: async (world) => ({ input: {}, secrets: [(await aProposal(await cleared(world))).projectId] }),
  },
  "town.upgrade.seeBaseline": { ...byReviewer, given: after((world) => aBaselined(world)) },
  "town.upgrade.approve": { ...byAdministrator, given: after((world) => aSeen(world)) },
  "town.upgrade.verify": { ...byReviewer, given: after((world) => aMeasured(world)) },
  "town.upgrade.return": { ...byReviewer, given: after((world) => aMeasured(world), reason) },
  "town.upgrade.close": { ...byAdministrator, given: after((world) => aVerified(world)) },
  "town.upgrade.reopen": { ...byAdministrator, given: after((world) => aVerified(world), reason) },
};
