import { Outlet, useMatches } from "@tanstack/react-router";
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "#lib/translation.tsx";

/** "bare": nothing round the page; "kit": the kit and the query layer; "work": menu, switcher and messages too. */
export type Frame = "bare" | "kit" | "work";

type Around = ComponentType<{ readonly children: ReactNode }>;
const kit = () => import("./kit-frame.tsx");
const work = () => import("./work-frame.tsx");
let KitFrame: Around = lazy(async () => ({ default: (await kit()).KitFrame }));
let WorkFrame: Around = lazy(async () => ({ default: (await work()).WorkFrame }));

/**
 * Before anything is drawn: the code of the first page's frame, with who is signed in asked for beside it. What is there already is drawn
 * without a fallback, which would stand for a third of a second; what fails here is told by the page itself.
 */
export async function frameReady(frame: Frame): Promise<void> {
  if (frame === "bare") return;
  if (frame === "work") void import("#lib/asked.ts").then(({ ask, trpc }) => ask(trpc.platform.session.me.queryOptions()));
  try {
    [{ KitFrame }, { WorkFrame }] = await Promise.all([kit(), work()]);
  } catch {
    // asked again when it is drawn
  }
}

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
