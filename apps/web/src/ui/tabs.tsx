import { type KeyboardEvent, type ReactNode, useDeferredValue, useId } from "react";

export type Tab<K extends string> = { readonly key: K; readonly label: ReactNode; readonly count?: number | string };
type TabsProps<K extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly current: K;
  readonly onChange: (key: K) => void;
  /** What the panel shows; given as a function, a panel that is dear to draw follows the press instead of holding it up. */
  readonly children: ReactNode | ((shown: K) => ReactNode);
};

/** Tabs over one panel; arrow keys move between them. Keep `current` in the URL when the tab is worth a link. */
export function Tabs<K extends string>({ label, tabs, current, onChange, children }: TabsProps<K>) {
  const id = useId();
  const shown = useDeferredValue(current);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.findIndex((tab) => tab.key === current) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div className="k-stack k-gap-4">
      <div role="tablist" aria-label={label} className="k-tabs" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="k-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} tabIndex={-1} aria-busy={shown !== current}>
        {typeof children === "function" ? children(shown) : children}
      </div>
    </div>
  );
}
