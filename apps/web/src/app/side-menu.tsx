import { useRouterState } from "@tanstack/react-router";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { AppLink } from "#ui/link.tsx";
import { type Entry, entriesFor, placeOf } from "./navigation.ts";

/** The menu of wide screens: entries, and under each the places it holds. */
export function SideMenu() {
  const { t } = useTranslation();
  const { may } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = entriesFor(may);
  const here = placeOf(path, shown)?.to ?? null;
  return (
    <nav className="s-side" aria-label={t("shell.menu")}>
      <ul>
        {shown.map((entry) => (
          <li key={entry.key}>
            <EntryLinks entry={entry} here={here} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function EntryLinks({ entry, here, onGo }: { readonly entry: Entry; readonly here: string | null; readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { icon: Icon, places } = entry;
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return (
      <AppLink
        to={only.to}
        className="s-entry"
        activeOptions={{ exact: true }}
        aria-current={here === only.to ? "page" : undefined}
        {...(onGo && { onClick: onGo })}
      >
        <Icon size={20} aria-hidden="true" />
        {t(only.label)}
      </AppLink>
    );
  }
  return (
    <>
      <div className="s-entry s-entry-head">
        <Icon size={20} aria-hidden="true" />
        {t(entry.label)}
      </div>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <AppLink
              to={place.to}
              className="s-place"
              activeOptions={{ exact: true }}
              aria-current={here === place.to ? "page" : undefined}
              {...(onGo && { onClick: onGo })}
            >
              {t(place.label)}
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}
