import { admixtureCases, admixtureHeldOut } from "./admixture.ts";
import { baijiuCases, baijiuHeldOut } from "./baijiu.ts";
import { flangeCases, flangeHeldOut } from "./flange.ts";
import { glasswareCases, glasswareHeldOut } from "./glassware.ts";
import { malleableCases, malleableHeldOut } from "./malleable.ts";
import { messyCases, messyHeldOut } from "./messy.ts";
import type { Case } from "./model.ts";
import { steelCases, steelHeldOut } from "./steel.ts";

/** Every case by industry and half. */
export const allCases: readonly { readonly name: string; readonly tuned: readonly Case[]; readonly heldOut: readonly Case[] }[] = [
  { name: "flange", tuned: flangeCases, heldOut: flangeHeldOut },
  { name: "forging, buttweld", tuned: steelCases, heldOut: steelHeldOut },
  { name: "baijiu", tuned: baijiuCases, heldOut: baijiuHeldOut },
  { name: "glassware", tuned: glasswareCases, heldOut: glasswareHeldOut },
  { name: "malleable", tuned: malleableCases, heldOut: malleableHeldOut },
  { name: "admixture", tuned: admixtureCases, heldOut: admixtureHeldOut },
  { name: "messy, all", tuned: messyCases, heldOut: messyHeldOut },
];
