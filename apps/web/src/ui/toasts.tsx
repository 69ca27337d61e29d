import { IconCircleCheck, IconInfoCircle, IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "#lib/translation.tsx";

type Toast = { readonly id: number; readonly text: string; readonly tone: "good" | "info" };

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};
const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));

/** Says that something was done; gone after six seconds. Never the only place of a problem: those stay on the page. */
export function toast(text: string, tone: Toast["tone"] = "good"): void {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { id, text, tone }]);
  setTimeout(() => dismiss(id), 6_000);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="k-toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <div key={id} className="k-toast">
          {tone === "good" ? <IconCircleCheck size={20} aria-hidden="true" /> : <IconInfoCircle size={20} aria-hidden="true" />}
          <span>{text}</span>
          <button type="button" className="k-icon-button k-icon-button-small" aria-label={t("ui.close")} onClick={() => dismiss(id)}>
            <IconX size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
