import type { TextKey } from "@jizhen/i18n";
import { IconBuildingCommunity, IconBuildingFactory, type IconProps, IconShieldLock, IconShoppingCart } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { switchLocale } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { LinkButton } from "#ui/link.tsx";
import "./home.css";

type Promise = { readonly title: TextKey; readonly text: TextKey; readonly icon: ComponentType<IconProps> };
const promises: readonly Promise[] = [
  { title: "shell.home.buyer", text: "shell.home.buyer_text", icon: IconShoppingCart },
  { title: "shell.home.supplier", text: "shell.home.supplier_text", icon: IconBuildingFactory },
  { title: "shell.home.seal", text: "shell.home.seal_text", icon: IconShieldLock },
  { title: "shell.home.town", text: "shell.home.town_text", icon: IconBuildingCommunity },
];

/** The public first page: what this is and the two ways in. It loads neither the kit nor the query layer. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  const next = theme === "dark" ? "light" : "dark";
  return (
    <div className="h-page">
      <header className="h-head">
        <span className="h-brand">
          <img src="/favicon.svg" alt="" width="32" height="32" />
          <strong>{t("shell.product")}</strong>
        </span>
        <nav className="k-row k-gap-1" aria-label={t("shell.menu")}>
          <Button kind="quiet" onClick={() => void switchLocale(i18n.language === "en" ? "zh-CN" : "en")}>
            {t("shell.language")}
          </Button>
          <Button kind="quiet" onClick={() => switchTheme(next)}>
            {t(`shell.theme.${next}`)}
          </Button>
        </nav>
      </header>
      <main>
        <section className="h-hero">
          <h1>{t("shell.home.title")}</h1>
          <p>{t("shell.home.lead")}</p>
          <div className="k-row k-gap-3">
            <LinkButton kind="primary" to="/sign-in">
              {t("shell.sign_in")}
            </LinkButton>
            <LinkButton to="/join">{t("shell.title.join")}</LinkButton>
            <LinkButton to="/towns">{t("town.public.all")}</LinkButton>
          </div>
        </section>
        <ul className="h-promises">
          {promises.map(({ title, text, icon: Icon }) => (
            <li key={title}>
              <Icon size={26} aria-hidden="true" />
              <h2>{t(title)}</h2>
              <p>{t(text)}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="k-quiet">{t("shell.home.foot")}</footer>
    </div>
  );
}
