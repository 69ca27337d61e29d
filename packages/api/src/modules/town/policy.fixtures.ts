import { LocalDate } from "@jizhen/kernel";
import type { World } from "../../testing/index.ts";

/** A policy as its writer hands it in; valid for long, so that no test ages. */
export const aPolicyText = (titleZh = "设备更新补助办法", rules: readonly { fact: string; [key: string]: unknown }[] = []) => ({
  titleZh,
  textZh: "对更新设备的会员企业给予补助，具体办法另行通知。",
  titleEn: null,
  textEn: null,
  validFrom: LocalDate.parse("2026-01-01"),
  validUntil: null,
  deadline: LocalDate.parse("2099-12-31"),
  rules: [...rules],
});

/** Written by the reviewer, so that the administrator is the second person. */
export async function aDraftPolicy(world: World, form: "policy" | "notice" = "policy", content = aPolicyText()) {
  const { id: policyId, version } = await world.as(world.reviewer).town.policy.write({ form, content });
  return { policyId, version };
}

export async function aPublishedPolicy(world: World, form: "policy" | "notice" = "policy", content = aPolicyText()) {
  const { id: policyId, version } = await world.as(world.townAdministrator).town.policy.publish(await aDraftPolicy(world, form, content));
  return { policyId, version };
}
