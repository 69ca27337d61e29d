import { createWords } from "@jizhen/i18n";
import { describe, expect, it } from "vitest";
import { translationBy } from "./translation.tsx";

const catalogue = () => createWords("en", async () => ({ "ui.more": "More", "ui.left.days": "{{days}} days" }));

describe("words as screens ask for them", () => {
  it("are looked up once a language", async () => {
    const words = await catalogue();
    const { t } = translationBy(words);
    expect(t("ui.more")).toBe("More");
    words.addResourceBundle("en", "translation", { "ui.more": "Other" }, false, true);
    expect([t("ui.more"), translationBy(words).t("ui.more")]).toEqual(["More", "Other"]);
  });
  it("with values are never kept", async () => {
    const { t } = translationBy(await catalogue());
    expect([t("ui.left.days", { days: 1 }), t("ui.left.days", { days: 2 })]).toEqual(["1 days", "2 days"]);
  });
  it("of a part that comes later are said when it has come", async () => {
    const words = await catalogue();
    const { t } = translationBy(words);
    expect(t("ui.remove")).toBe("ui.remove");
    words.addResourceBundle("en", "translation", { "ui.remove": "Remove" }, false, true);
    expect(t("ui.remove")).toBe("Remove");
  });
});
