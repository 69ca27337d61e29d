import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { memo } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip, DemoRibbon } from "#ui/tag.tsx";
import { LineList, VerdictTag } from "./board-card.tsx";
import { TextAndFamily } from "./board-filters.tsx";
import { type BoardSearch, isFiltered, type Turn } from "./search.ts";

type MarketPage = Outputs["procurement"]["market"]["board"];
type MarketRow = MarketPage["rows"][number];

/** Requests of other towns, as their buyers show them; quoting happens inside the host town, as a visiting member. */
export function MarketList({ search, onTurn }: { readonly search: BoardSearch; readonly onTurn: Turn }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const filter = { families: search.family === undefined ? [] : [search.family], text: search.text ?? "" };
  const market = useInfiniteQuery({
    queryKey: [...trpc.procurement.market.board.pathKey(), filter, "pages"],
    queryFn: ({ pageParam }) => client.procurement.market.board.query({ ...filter, cursor: pageParam }),
    initialPageParam: null as MarketPage["next"],
    getNextPageParam: (page: MarketPage) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = market.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Stack>
      <search className="b-filters">
        <TextAndFamily search={search} onTurn={onTurn} />
      </search>
      <Unread query={market} lines={6} />
      {market.isSuccess && rows.length === 0 && (
        <Empty>{t(isFiltered(search) ? "procurement.board.empty_filtered" : "procurement.market.empty")}</Empty>
      )}
      <ul className="b-cards" aria-busy={market.isPlaceholderData || undefined}>
        {rows.map((row) => (
          <li key={row.id}>
            <MarketCard row={row} />
          </li>
        ))}
      </ul>
      {market.hasNextPage && (
        <div className="k-more">
          <Button busy={market.isFetchingNextPage} onClick={() => void market.fetchNextPage()}>
            {t("ui.more")}
          </Button>
        </div>
      )}
    </Stack>
  );
}

const MarketCard = memo(function MarketCard({ row }: { readonly row: MarketRow }) {
  const { t, i18n } = useTranslation();
  const { card, match } = row;
  // The quote page makes the firm a visiting member of the host town, or switches to it, and goes on there.
  const there = { to: "/selling/requests/$id", params: { id: row.id }, search: { town: row.hostTown } } as const;
  return (
    <article className="b-card">
      <header className="b-card-head">
        <h2>
          <AppLink {...there}>{row.title}</AppLink>
        </h2>
        <span className="b-close">
          <span className="k-quiet">{t("procurement.board.closes_in")}</span>{" "}
          <Countdown to={row.closesAt} over={t("procurement.board.closed")} />
        </span>
      </header>
      <p className="b-who">
        <span className="k-figures">{row.number}</span>
        <span>{nameIn(i18n.language, { nameZh: row.townZh, nameEn: row.townEn })}</span>
        <span>{card.buyer === null ? t("procurement.board.buyer_hidden") : nameIn(i18n.language, card.buyer)}</span>
        {card.buyer?.demo && <DemoRibbon />}
        <span>
          {t("procurement.board.deliver_to")} {[card.incoterm, card.place].filter((part) => part !== null).join(" ")}
        </span>
      </p>
      <LineList lines={card.lines.slice(0, 5)} all={card.lines.length} />
      <footer className="b-card-foot">
        <span className="k-row k-gap-2">
          <VerdictTag verdict={match.verdict} fits={match.fits.length} all={card.lines.length} />
          <Chip>{t(card.sealing === "none" ? "procurement.board.quick" : "procurement.board.sealed")}</Chip>
          {row.joined && <Chip tone="good">{t("procurement.market.joined")}</Chip>}
        </span>
        <LinkButton {...there} small>
          {t(row.joined ? "procurement.market.quote_there" : "procurement.market.join")}
        </LinkButton>
      </footer>
    </article>
  );
});
