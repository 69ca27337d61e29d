import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";

type PageProps = {
  readonly title: ReactNode;
  /** Beside the title: a status, a number to copy. */
  readonly sign?: ReactNode;
  readonly subtitle?: ReactNode;
  /** A link back, usually an `AppLink`. */
  readonly back?: ReactNode;
  /** The one primary action of the screen; fixed at the bottom on phones. */
  readonly primary?: ReactNode;
  /** Further actions, beside the primary one on wide screens. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** `{may && <Button …/>}` leaves `false` behind: no bar is drawn for that. */
const isShown = (part: ReactNode): boolean => part !== undefined && part !== null && part !== false;

/** The frame of every screen: one heading, one primary action, content. */
export function Page({ title, sign, subtitle, back, primary, actions, children }: PageProps) {
  return (
    <article className={`k-page${isShown(primary) ? " k-page-acting" : ""}`}>
      {back !== undefined && (
        <div className="k-page-back">
          <IconArrowLeft size={16} aria-hidden="true" />
          {back}
        </div>
      )}
      <header className="k-page-head">
        <div className="k-page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {sign}
          {subtitle !== undefined && <div className="k-page-subtitle">{subtitle}</div>}
        </div>
        {isShown(actions) && <div className="k-page-actions">{actions}</div>}
        {isShown(primary) && <div className="k-page-primary">{primary}</div>}
      </header>
      {children}
    </article>
  );
}
