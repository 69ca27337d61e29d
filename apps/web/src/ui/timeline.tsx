import type { ReactNode } from "react";
import { Moment } from "./moment.tsx";

export type TimelineEntry = {
  readonly key: string;
  readonly at: Date;
  readonly title: ReactNode;
  readonly who?: ReactNode;
  readonly detail?: ReactNode;
};

/** What happened, who did it and when; newest first if given so. */
export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <ol className="k-timeline">
    {entries.map((entry) => (
      <li key={entry.key}>
        <div className="k-timeline-title">{entry.title}</div>
        <div className="k-quiet">
          <Moment at={entry.at} />
          {entry.who !== undefined && <> · {entry.who}</>}
        </div>
        {entry.detail !== undefined && <div>{entry.detail}</div>}
      </li>
    ))}
  </ol>
);

export type Step = { readonly key: string; readonly label: ReactNode };

/** Where a thing stands on its way. `current` = null: the way ended elsewhere. */
export function Steps({
  label,
  steps,
  current,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: string | null;
}) {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="k-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={index < at ? "k-step-done" : index === at ? "k-step-current" : ""}
          aria-current={index === at ? "step" : undefined}
        >
          <span className="k-step-sign" aria-hidden="true">
            {index < at ? "✓" : index + 1}
          </span>
          {step.label}
        </li>
      ))}
    </ol>
  );
}
