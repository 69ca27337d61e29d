import { useOnline } from "#lib/online.ts";
import { useTranslation } from "#lib/translation.tsx";

export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {!online && <div className="s-offline">{t("shell.offline")}</div>}
    </div>
  );
}
