import { expect, it } from "vitest";
import { sorted } from "./board-table.tsx";

const value = (amount: string) => ({ state: "value", amount }) as const;
const percent = (text: string) => ({ state: "value", percent: text }) as const;
const none = { state: "not_comparable", why: "missing" } as const;
const town = (id: string, cell: object) => ({ id, cells: { output_value: { version: 1, series: [], ...cell } } }) as never;
const order = (towns: readonly never[], of: "amount" | "growth") =>
  sorted<{ id: string } & Parameters<typeof sorted>[0][number]>(towns, { key: "output_value", of }).map(({ id }) => id);

it("towns stand by amount or by growth; one without the figure stands last", () => {
  const towns = [
    town("hidden", { value: { state: "suppressed" }, growth: none, likeForLike: none }),
    town("large", { value: value("900"), growth: percent("2.0"), likeForLike: none }),
    town("quick", { value: value("10"), growth: percent("11.5"), likeForLike: none }),
  ];
  expect(order(towns, "amount")).toEqual(["large", "quick", "hidden"]);
  expect(order(towns, "growth")).toEqual(["quick", "large", "hidden"]);
});

it("growth is that of the same firms wherever it is told, so that a town does not grow by reporting more of them", () => {
  const towns = [
    town("reports more", { value: value("900"), growth: percent("40.0"), likeForLike: percent("1.0") }),
    town("grows", { value: value("10"), growth: percent("5.0"), likeForLike: percent("4.0") }),
  ];
  expect(order(towns, "growth")).toEqual(["grows", "reports more"]);
});
