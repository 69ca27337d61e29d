import { permissionsOf, type Role, roles } from "@jizhen/domain-town";
import { describe, expect, it } from "vitest";
import { entriesFor, placeOf } from "./navigation.ts";

const shownTo = (...held: Role[]) => {
  const permissions = permissionsOf(held, false);
  return entriesFor((permission) => permissions.has(permission));
};

describe("the menu", () => {
  it.each(roles)("shows %s at most six entries, the workbench first", (role) => {
    const shown = shownTo(role);
    expect(shown.length).toBeLessThanOrEqual(6);
    expect(shown[0]?.key).toBe("workbench");
  });

  it("shows a buyer no selling and a seller no buying", () => {
    expect(shownTo("buyer").map(({ key }) => key)).not.toContain("selling");
    expect(shownTo("seller").map(({ key }) => key)).not.toContain("buying");
    expect(shownTo("owner").map(({ key }) => key)).toEqual(["workbench", "buying", "selling", "orders", "organisation"]);
  });

  it("marks the page being written, not the list above it", () => {
    const shown = shownTo("buyer");
    expect(placeOf("/procurement/requests/new", shown)?.to).toBe("/procurement/requests/new");
    expect(placeOf("/procurement/requests/preq_1", shown)?.to).toBe("/procurement/requests");
  });

  it("marks the desk where the desk reads, whatever else the same person may open", () => {
    const shown = shownTo("town_administrator", "owner");
    expect(placeOf("/town/complaints/cmpl_1", shown)?.to).toBe("/town/complaints");
    expect(placeOf("/complaints/cmpl_1", shown)?.to).toBe("/complaints");
  });
});
