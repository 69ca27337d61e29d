import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  IconClock,
  IconLock,
  IconStar,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "#lib/translation.tsx";

const signs = {
  draft: IconCircleDashed,
  running: IconCircleDot,
  waiting: IconClock,
  sealed: IconLock,
  good: IconCircleCheck,
  ended: IconCircleX,
  warning: IconAlertTriangle,
  star: IconStar,
} as const;
export type StatusSign = keyof typeof signs;
const tones: Record<StatusSign, string> = {
  draft: "neutral",
  running: "blue",
  waiting: "warm",
  sealed: "blue",
  good: "good",
  ended: "neutral",
  warning: "bad",
  star: "warm",
};

/** A status as sign and word: never colour alone. */
export function StatusTag({ sign, children }: { readonly sign: StatusSign; readonly children: ReactNode }) {
  const Sign = signs[sign];
  return (
    <span className={`k-tag k-tag-${tones[sign]}`}>
      <Sign size={15} aria-hidden="true" />
      {children}
    </span>
  );
}

export type ChipTone = "plain" | "note" | "doubt" | "good" | "bad" | "blue";

type ChipProps = {
  readonly children: ReactNode;
  readonly tone?: ChipTone;
  /** The attribute's name, set small before the value. */
  readonly name?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
};

/** A small labelled piece: an understood part of a line, a filter that is on. */
export function Chip({ children, tone = "plain", name, onRemove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <span className={`k-chip k-chip-${tone}`}>
      {name !== undefined && <span className="k-chip-name">{name}</span>}
      <span>{children}</span>
      {onRemove && (
        <button type="button" className="k-chip-remove" onClick={onRemove} aria-label={t("ui.remove")}>
          <IconX size={14} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

/** Demo data is invented and says so wherever it stands. */
export function DemoRibbon() {
  const { t } = useTranslation();
  return <span className="k-demo">{t("ui.demo")}</span>;
}
