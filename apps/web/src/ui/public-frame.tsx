import { IconLanguage, IconMoon, IconSun } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { switchLocale } from "#lib/words.ts";
import { Button } from "./button.tsx";
import "./public-frame.css";

/** The frame of pages before one has a workspace: brand, language, colours, one narrow column. */
export function PublicFrame({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  const next = theme === "dark" ? "light" : "dark";
  return (
    <div className="k-public">
      <header className="k-public-head">
        <a href="/" className="k-brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {t("shell.product")}
        </a>
        <span className="k-space" />
        <Button
          kind="quiet"
          icon={<IconLanguage size={18} aria-hidden="true" />}
          aria-label={t("shell.language_label")}
          onClick={() => void switchLocale(i18n.language === "en" ? "zh-CN" : "en")}
        >
          {t("shell.language")}
        </Button>
        <Button
          kind="quiet"
          icon={theme === "dark" ? <IconSun size={18} aria-hidden="true" /> : <IconMoon size={18} aria-hidden="true" />}
          onClick={() => switchTheme(next)}
        >
          {t(`shell.theme.${next}`)}
        </Button>
      </header>
      <main className={wide ? "k-column k-column-wide" : "k-column"}>{children}</main>
    </div>
  );
}
