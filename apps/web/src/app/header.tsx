import { IconBell, IconChevronDown, IconLogout, IconSearch, IconUserCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { nameIn, useSession, useSwitchWorkspace, type Workspace } from "#lib/session.ts";
import { signOut } from "#lib/sign-out.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { AppLink } from "#ui/link.tsx";
import { LanguageButton, ThemeButton } from "#ui/look-buttons.tsx";
import { Menu } from "#ui/menu.tsx";
import { DemoRibbon } from "#ui/tag.tsx";

const Palette = lazy(() => import("./palette.tsx").then(({ Palette: component }) => ({ default: component })));

export function Header() {
  const { t } = useTranslation();
  const { current } = useSession();
  const demo = current?.demo === true;
  return (
    <header className="s-head">
      <AppLink to="/workbench" className="s-brand">
        <img src="/favicon.svg" alt={t("shell.nav.workbench")} width="28" height="28" />
      </AppLink>
      <Switcher />
      {demo && <DemoRibbon />}
      <span className="s-space" />
      <PaletteButton />
      <span className="s-wide">
        <LanguageButton />
        <ThemeButton />
      </span>
      <Bell />
      <PersonMenu />
    </header>
  );
}

/** Town and organisation of this tab; at the top left of every screen. */
function Switcher() {
  const { t, i18n } = useTranslation();
  const { session, current } = useSession();
  const choose = useSwitchWorkspace();
  const signOf = (held: Workspace): string =>
    held.membership === "suspended"
      ? ` · ${t("shell.suspended")}`
      : held.membership === "active"
        ? held.visiting
          ? ` · ${t("shell.visiting")}`
          : ""
        : ` · ${t("shell.applied")}`;
  const items = (session?.workspaces ?? []).map((held) => ({
    key: held.key,
    label: nameIn(i18n.language, held.organisation),
    hint: `${nameIn(i18n.language, held.town)}${signOf(held)}`,
    current: held === current,
    onSelect: () => choose(held),
  }));
  return (
    <Menu
      wide
      groups={[{ label: t("shell.workspaces"), items }]}
      target={
        <button type="button" className="s-switcher">
          <span>
            <span className="k-hidden">{t("shell.switch_workspace")}</span>
            <strong>{current === null ? t("shell.no_workspace") : nameIn(i18n.language, current.organisation)}</strong>
            <small>{current === null ? "" : `${nameIn(i18n.language, current.town)}${signOf(current)}`}</small>
          </span>
          <IconChevronDown size={16} aria-hidden="true" />
        </button>
      }
    />
  );
}

function Bell() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { current } = useSession();
  const unread = useQuery({ ...trpc.platform.notification.unread.queryOptions(), enabled: current !== null, refetchInterval: 60_000 });
  const count = unread.data?.count ?? 0;
  return (
    <AppLink
      to="/messages"
      className="k-icon-button s-wide"
      aria-label={count > 0 ? t("shell.messages_unread", { count }) : t("shell.messages")}
    >
      <IconBell size={20} aria-hidden="true" />
      {count > 0 && (
        <span className="s-unread" aria-hidden="true">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </AppLink>
  );
}

function PersonMenu() {
  const { t } = useTranslation();
  const { person } = useSession();
  const items = [
    { key: "out", label: t("shell.sign_out"), icon: <IconLogout size={18} aria-hidden="true" />, onSelect: () => void signOut() },
  ];
  return (
    <span className="s-wide">
      <Menu
        groups={[{ ...(person && { label: `${person.name} · ${person.email}` }), items }]}
        target={
          <button type="button" className="k-icon-button" aria-label={person?.name ?? t("shell.me")}>
            <IconUserCircle size={22} aria-hidden="true" />
          </button>
        }
      />
    </span>
  );
}

function PaletteButton() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setAsked(true);
      setOpened((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="s-search"
        onClick={() => {
          setAsked(true);
          setOpened(true);
        }}
      >
        <IconSearch size={18} aria-hidden="true" />
        <span>{t("shell.search")}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {asked && (
        <Suspense fallback={null}>
          <Palette opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
