import type { ReactNode } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { LanguageButton, ThemeButton } from "./look-buttons.tsx";
import "./public-frame.css";

/** The frame of pages before one has a workspace: brand, language, colours, one narrow column. */
export function PublicFrame({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="k-public">
      <header className="k-public-head">
        <a href="/" className="k-brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {t("shell.product")}
        </a>
        <span className="k-space" />
        <LanguageButton />
        <ThemeButton />
      </header>
      <main className={wide ? "k-column k-column-wide" : "k-column"}>{children}</main>
    </div>
  );
}
