import { Outlet, useMatches } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "#lib/translation.tsx";

const KitFrame = lazy(() => import("./kit-frame.tsx").then(({ KitFrame: component }) => ({ default: component })));
const WorkFrame = lazy(() => import("./work-frame.tsx").then(({ WorkFrame: component }) => ({ default: component })));

/** Chooses the frame that the page asks for, keeps the document's title, and moves focus to the page after a change of address. */
export function Root() {
  // Three words rather than the whole place: what only turns the search, such as a filter, leaves the frame as it stands.
  const frame = useMatches({ select: (matches) => matches.at(-1)?.staticData.frame ?? "bare" });
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title });
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname });
  const { t } = useTranslation();
  const first = useRef(true);
  useEffect(() => {
    document.title = title === undefined ? t("shell.product_long") : `${t(title)} · ${t("shell.product")}`;
  }, [title, t]);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) first.current = false;
    else document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [path]);
  if (frame === "bare") return <Outlet />;
  return (
    <Suspense fallback={<div className="k-waiting" role="status" aria-label={t("ui.loading")} />}>
      <KitFrame>
        {frame === "work" ? (
          <WorkFrame>
            <Outlet />
          </WorkFrame>
        ) : (
          <Outlet />
        )}
      </KitFrame>
    </Suspense>
  );
}
