import { IconAlertTriangle, IconInbox, IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "./button.tsx";
import { Spinner } from "./spinner.tsx";

/** Content is on its way. Grey lines keep the page from jumping. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="k-loading" role="status">
      <p className="k-quiet k-row">
        <Spinner />
        {t("ui.loading")}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="k-bone" />
      ))}
    </div>
  );
}

/** Nothing here yet; the action is the next step. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="k-state">
      <IconInbox size={32} aria-hidden="true" />
      <p>{children}</p>
      {action}
    </div>
  );
}

type ProblemProps = { readonly message: ReactNode; readonly detail?: ReactNode; readonly onRetry?: (() => void) | undefined };

/** Something went wrong and can be tried again; what was typed stays on the screen around it. */
export function Problem({ message, detail, onRetry }: ProblemProps) {
  const { t } = useTranslation();
  return (
    <div className="k-state k-state-problem" role="alert">
      <IconAlertTriangle size={28} aria-hidden="true" />
      <p>{message}</p>
      {detail !== undefined && <p className="k-quiet">{detail}</p>}
      {onRetry && <Button onClick={onRetry}>{t("ui.retry")}</Button>}
    </div>
  );
}

/** The platform said no, with its reason in words. */
export function Refused({ message, action }: { readonly message: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="k-state" role="alert">
      <IconLock size={28} aria-hidden="true" />
      <p>{message}</p>
      {action}
    </div>
  );
}

type NoticeProps = { readonly tone?: "info" | "good" | "doubt" | "bad"; readonly children: ReactNode; readonly action?: ReactNode };

/** A line of information on a page; `bad` interrupts a screen reader, the others do not. */
export function Notice({ tone = "info", children, action }: NoticeProps) {
  return (
    <div className={`k-notice k-notice-${tone}`} role={tone === "bad" ? "alert" : "note"}>
      <div>{children}</div>
      {action}
    </div>
  );
}
