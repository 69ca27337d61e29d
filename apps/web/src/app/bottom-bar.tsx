import { IconBell, IconUser } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { AppLink } from "#ui/link.tsx";
import { entriesFor, placeOf } from "./navigation.ts";

const MeSheet = lazy(() => import("./me-sheet.tsx").then(({ MeSheet: component }) => ({ default: component })));

/** The phone's bar: three entries, messages, and 我的 with everything else. */
export function BottomBar() {
  const { t } = useTranslation();
  const { may } = useSession();
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  const open = () => {
    setAsked(true);
    setOpened(true);
  };
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = entriesFor(may);
  const here = placeOf(path, shown)?.to ?? null;
  const bar = shown.filter(({ inBar }) => inBar).slice(0, 3);
  return (
    <nav className="s-bar" aria-label={t("shell.menu")}>
      {bar.map(({ key, label, icon: Icon, places }) => {
        const main = places.find(({ needs }) => needs !== "procurement.request.save") ?? places[0];
        return (
          <AppLink
            key={key}
            activeOptions={{ exact: true }}
            to={main?.to ?? "/workbench"}
            aria-current={places.some(({ to }) => to === here) ? "page" : undefined}
          >
            <Icon size={22} aria-hidden="true" />
            {t(label)}
          </AppLink>
        );
      })}
      <AppLink to="/messages" aria-current={path === "/messages" ? "page" : undefined}>
        <IconBell size={22} aria-hidden="true" />
        {t("shell.messages")}
      </AppLink>
      <button type="button" onClick={open} aria-haspopup="dialog" aria-expanded={opened}>
        <IconUser size={22} aria-hidden="true" />
        {t("shell.me")}
      </button>
      {asked && (
        <Suspense fallback={null}>
          <MeSheet opened={opened} onClose={() => setOpened(false)} shown={shown} here={here} />
        </Suspense>
      )}
    </nav>
  );
}
