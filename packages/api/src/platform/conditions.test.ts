import { describe, expect, it } from "vitest";
import { conditionsFrom } from "./conditions.ts";

describe("the conditions of a list", () => {
  it("have one name for one statement, whatever the values", () => {
    const shape = (family: string) => {
      const asked = conditionsFrom(["o.town_id = $1"], ["town"]);
      asked.add("family", `o.family = ${asked.put(family)}`);
      return { name: asked.named("offers"), where: asked.where(), values: asked.values };
    };
    expect(shape("flange")).toEqual({ name: "offers.family", where: "o.town_id = $1 and o.family = $2", values: ["town", "flange"] });
    expect(shape("pipe").name).toBe(shape("flange").name);
  });

  it("have no name once words are searched, so that a frequent word never gets the plan of a rare one", () => {
    const asked = conditionsFrom([], []);
    asked.search(`r.search @@ to_tsquery('simple', ${asked.put("'法兰'")})`);
    asked.add("invited", "i.supplier_id is not null");
    expect(asked.named("board")).toBeNull();
    expect(asked.where()).toBe("r.search @@ to_tsquery('simple', $1) and i.supplier_id is not null");
  });
});
