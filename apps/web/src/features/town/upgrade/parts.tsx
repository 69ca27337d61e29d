import { numberText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";

export type Upgrade = Outputs["town"]["upgrade"]["get"];
export type UpgradeState = Upgrade["state"];
export type OwnLine = Outputs["town"]["upgrade"]["mine"]["rows"][number];
export type Step = Upgrade["actions"][number];

const signOf: Record<UpgradeState, StatusSign> = {
  proposed: "draft",
  baselined: "waiting",
  approved: "waiting",
  running: "running",
  measured: "waiting",
  verified: "good",
  closed: "good",
  stopped: "ended",
};

export function UpgradeTag({ state }: { readonly state: UpgradeState }) {
  const { t } = useTranslation();
  return <StatusTag sign={signOf[state]}>{t(`town.upgrade.state.${state}`)}</StatusTag>;
}

/** The level in words; points beside it, for a level alone hides how near the next one is. */
export function LevelText({ level, score }: { readonly level: number; readonly score: string }) {
  const { t } = useTranslation();
  return <>{t(level === 0 ? "town.upgrade.level.none" : "town.upgrade.level.value", { level, score })}</>;
}

/** Figures of a measurement to three places; the exact ones stay with the record. */
export function useFigure(): (decimal: string) => string {
  const { i18n } = useTranslation();
  return (decimal) => numberText(Number(Number(decimal).toFixed(3)), localeOf(i18n.language));
}

export function useUnit(): (unit: string) => string {
  const { t, i18n } = useTranslation();
  return (unit) => {
    const key = `town.upgrade.unit.${unit}`;
    return i18n.exists(key) ? t(key as "town.upgrade.unit.TNE") : unit;
  };
}
