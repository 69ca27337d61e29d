import { useNavigate, useSearch } from "@tanstack/react-router";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { BoardList } from "./board-list.tsx";
import { MarketList } from "./market-list.tsx";
import type { BoardSearch, Turn } from "./search.ts";
import "./board.css";

/** Screen 12: what my firm could quote for, here and in other towns; every filter lives in the address. */
export function BoardPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const search: BoardSearch = useSearch({ from: "/selling/board" });
  const navigate = useNavigate();
  const turn: Turn = (change) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ""));
    void navigate({ to: "/selling/board", search: next as never, replace: true });
  };
  const tabs = [
    { key: "town", label: t("procurement.board.tab.town") },
    { key: "market", label: t("procurement.board.tab.market") },
  ] as const;
  return (
    <Page
      title={t("procurement.board.title")}
      subtitle={t(search.tab === "market" ? "procurement.market.subtitle" : "procurement.board.subtitle")}
      actions={
        may("procurement.capability.read") && <LinkButton to="/selling/capabilities">{t("procurement.capability.title")}</LinkButton>
      }
    >
      <Tabs
        label={t("procurement.board.title")}
        tabs={tabs}
        current={search.tab ?? "town"}
        onChange={(key) => turn({ tab: key === "market" ? "market" : undefined })}
      >
        {(tab) => (tab === "market" ? <MarketList search={search} onTurn={turn} /> : <BoardList search={search} onTurn={turn} />)}
      </Tabs>
    </Page>
  );
}
