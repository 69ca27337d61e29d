import { newId, openTown, type Prisma } from "@jizhen/db";
import { type EligibilityRule, type PolicyContent, PolicyId } from "@jizhen/domain-town";
import { localDateAt, millisecondsIn, plus, plusDays } from "@jizhen/kernel";
import type { Platform } from "../platform/start.ts";
import { platformActor } from "../platform/tx.ts";
import type { LaidTown } from "./cast.ts";
import { noticeTexts, policyTexts } from "./notices.data.ts";

const { day } = millisecondsIn;

type Written = { readonly policy: Prisma.PolicyCreateManyInput; readonly revision: Prisma.PolicyRevisionCreateManyInput | null };

/** Policies and notices of a town as if they had been written and published one after the other; the last policy is still a draft. */
function writtenBy({ id: townId, administrator, reviewer, town }: LaidTown, now: Date): Written[] {
  const today = localDateAt(now);
  const firm: EligibilityRule[] = [{ fact: "kind", anyOf: ["firm"] }, { fact: "home_member" }];
  const rulesOf: readonly EligibilityRule[][] = [
    firm,
    [...firm, { fact: "family", anyOf: [town.pack] }],
    [{ fact: "kind", anyOf: ["institution"] }],
  ];
  const make = (form: "policy" | "notice", index: number, text: readonly [string, string, string, string], age: number): Written => {
    const [titleZh, textZh, titleEn, textEn] = text;
    const isPolicy = form === "policy";
    const content: PolicyContent = {
      titleZh: `${titleZh}（演示）`,
      textZh,
      // One notice is left in Chinese, so that "not translated" can be seen.
      titleEn: index === 5 ? null : `${titleEn} (demo)`,
      textEn: index === 5 ? null : textEn,
      validFrom: plusDays(today, -age),
      validUntil: isPolicy ? plusDays(today, 240) : null,
      deadline: isPolicy ? plusDays(today, 20 + index * 40) : null,
      rules: isPolicy ? (rulesOf[index] ?? []) : [],
    };
    const [createdAt, publishedAt] = [plus(now, -(age + 1) * day), plus(now, -age * day)];
    const policyId = PolicyId.parse(newId("poli"));
    const series = isPolicy ? "ZC" : "GG";
    const number = `${series}-${localDateAt(createdAt).slice(0, 4)}-${String(index + 1).padStart(6, "0")}`;
    const [writer, publisher] = [reviewer.actor.personId, administrator.actor.personId];
    const isDraft = isPolicy && index === 2;
    const published = { revision: 1, publishedBy: publisher, publishedAt };
    return {
      policy: {
        townId,
        id: policyId,
        form,
        number,
        state: isDraft ? "draft" : "published",
        content,
        writtenBy: writer,
        createdAt,
        ...(isDraft ? {} : published),
      },
      revision: isDraft ? null : { townId, policyId, revision: 1, content, writtenBy: writer, publishedBy: publisher, at: publishedAt },
    };
  };
  return [
    ...policyTexts.map((text, index) => make("policy", index, text, 40 - index * 10)),
    ...noticeTexts.map((text, index) => make("notice", index, text, 36 - index * 6)),
  ];
}

/** Every populated town has its policies, its notices, and firms that agreed to stand on its public page. */
export async function layNotices({ database }: Platform, laid: readonly LaidTown[], now: Date): Promise<void> {
  for (const town of laid) {
    const written = writtenBy(town, now);
    const series = ["ZC", "GG"].flatMap((name) => {
      const years = new Set(
        written
          .map(({ policy }) => policy.number)
          .filter((number) => number.startsWith(name))
          .map((number) => Number(number.slice(3, 7))),
      );
      return [...years].map((year) => ({ townId: town.id, series: name, year, last: noticeTexts.length }));
    });
    await openTown(database, platformActor(town.id)).write(async ({ db }) => {
      await db.policy.createMany({ data: written.map(({ policy }) => policy) });
      await db.policyRevision.createMany({ data: written.flatMap(({ revision }) => (revision === null ? [] : [revision])) });
      await db.numberSeries.createMany({ data: series, skipDuplicates: true });
      await db.portalListing.createMany({
        data: town.firms.slice(0, 12).map(({ actor }) => ({
          townId: town.id,
          organisationId: actor.orgId,
          introductionZh: `${town.town.tradeZh}生产企业，产品供国内外客户（演示）`,
          introductionEn: `${town.town.tradeEn} maker for customers at home and abroad (demo)`,
          shownAt: plus(now, -20 * day),
          shownBy: actor.personId,
        })),
      });
    });
  }
}
