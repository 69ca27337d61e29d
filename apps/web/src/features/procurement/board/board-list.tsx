import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pagesFrom } from "#lib/pages.ts";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Stack } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { BoardCard } from "./board-card.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { ExplainDrawer } from "./explain-drawer.tsx";
import { boardPages } from "./question.ts";
import { type BoardSearch, isFiltered, type Turn } from "./search.ts";

/** Requests of this town, each judged for my firm; a card each, so that a phone shows what a screen does. */
export function BoardList({ search, onTurn }: { readonly search: BoardSearch; readonly onTurn: Turn }) {
  const { t } = useTranslation();
  const board = useInfiniteQuery({
    ...pagesFrom(boardPages(useTRPC(), useTRPCClient(), search)),
    placeholderData: keepPreviousData,
  });
  const [explained, setExplained] = useState<string | null>(null);
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = board.data?.pages[0]?.found;
  return (
    <Stack>
      <WithoutCapability />
      <BoardFilters search={search} onTurn={onTurn} />
      <Unread query={board} lines={6} />
      {board.isSuccess && rows.length === 0 && (
        <Empty>{t(isFiltered(search) ? "procurement.board.empty_filtered" : "procurement.board.empty")}</Empty>
      )}
      {rows.length > 0 && found && search.fits !== true && (
        <p className="k-quiet" role="status">
          {t(found.more ? "procurement.board.found_more" : "procurement.board.found", { count: found.count })}
        </p>
      )}
      <ul className="b-cards" aria-busy={board.isPlaceholderData || undefined}>
        {rows.map((row) => (
          <li key={row.id}>
            <BoardCard row={row} onExplain={setExplained} />
          </li>
        ))}
      </ul>
      {board.hasNextPage && (
        <div className="k-more">
          <Button busy={board.isFetchingNextPage} onClick={() => void board.fetchNextPage()}>
            {t("ui.more")}
          </Button>
        </div>
      )}
      <ExplainDrawer requestId={explained} onClose={() => setExplained(null)} />
    </Stack>
  );
}

/** A firm that has stated nothing sees every request as "not stated": it is told how to change that. */
function WithoutCapability() {
  const { t } = useTranslation();
  const { may } = useSession();
  const trpc = useTRPC();
  const mine = useQuery({ ...trpc.procurement.capability.list.queryOptions(), enabled: may("procurement.capability.read") });
  if (!mine.isSuccess || mine.data.rows.some(({ inForce }) => inForce)) return null;
  return (
    <Notice action={<LinkButton to="/selling/capabilities">{t("procurement.board.state_capability")}</LinkButton>}>
      {t("procurement.board.no_capability")}
    </Notice>
  );
}
