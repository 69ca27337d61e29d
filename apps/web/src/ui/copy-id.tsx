import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";

/** A number for people, with a button that copies it. */
export function CopyId({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <span className="k-copy">
      <span className="k-figures">{label ?? text}</span>
      <button
        type="button"
        className="k-icon-button k-icon-button-small"
        aria-label={t("ui.copy", { text })}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}
      >
        {done ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
      </button>
      <span className="k-hidden" aria-live="polite">
        {done ? t("ui.copied") : ""}
      </span>
    </span>
  );
}
