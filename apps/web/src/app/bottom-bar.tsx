import { IconBell, IconUser } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#lib/session.ts";
import { BottomSheet, useOpen } from "#ui/dialog.tsx";
import { AppLink } from "#ui/link.tsx";
import { Stack } from "#ui/layout.tsx";
import { entriesFor, placeOf } from "./navigation.ts";
import { EntryLinks } from "./side-menu.tsx";
import { Person } from "./person.tsx";

/** The phone's bar: three entries, messages, and 我的 with everything else. */
export function BottomBar() {
  const { t } = useTranslation();
  const { may } = useSession();
  const me = useOpen();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = entriesFor(may);
  const here = placeOf(path, shown)?.to ?? null;
  const bar = shown.filter(({ inBar }) => inBar).slice(0, 3);
  return (
    <nav className="s-bar" aria-label={t("shell.menu")}>
      {bar.map(({ key, label, icon: Icon, places }) => {
        const main = places.find(({ needs }) => needs !== "procurement.request.save") ?? places[0];
        return (
          <AppLink key={key} activeOptions={{ exact: true }} to={(main?.to ?? "/workbench") as string} aria-current={places.some(({ to }) => to === here) ? "page" : undefined}>
            <Icon size={22} aria-hidden="true" />
            {t(label)}
          </AppLink>
        );
      })}
      <AppLink to="/messages" aria-current={path === "/messages" ? "page" : undefined}>
        <IconBell size={22} aria-hidden="true" />
        {t("shell.messages")}
      </AppLink>
      <button type="button" onClick={me.open} aria-haspopup="dialog" aria-expanded={me.opened}>
        <IconUser size={22} aria-hidden="true" />
        {t("shell.me")}
      </button>
      <BottomSheet opened={me.opened} onClose={me.close} title={t("shell.me")}>
        <Stack gap={4}>
          <Person />
          <ul className="s-sheet-menu">
            {shown.map((entry) => (
              <li key={entry.key}>
                <EntryLinks entry={entry} here={here} onGo={me.close} />
              </li>
            ))}
          </ul>
        </Stack>
      </BottomSheet>
    </nav>
  );
}
