import { spots } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

test("who reads English sees the terms of a Chinese reply beside its untouched words; who reads Chinese sees the words alone", async ({
  open,
}) => {
  const at = (await spots()).find(({ name }) => name === "comparison")?.at ?? "";
  for (const locale of ["en", "zh-CN"] as const) {
    const { page } = await open({ as: "owner.dingxiang", at, locale });
    await expect(page.getByText("密封面水线按厂标加工").first()).toBeVisible();
    const reading = page.getByText("sealing face · serrated finish · works standard · machined");
    if (locale === "en") await expect(reading.first()).toBeVisible();
    else await expect(reading).toHaveCount(0);
  }
});
