import { useNavigate, useSearch } from "@tanstack/react-router";
import { quantityText } from "#lib/format.ts";
import { usePages } from "#lib/pages.ts";
import { isRefusal, say } from "#lib/say.ts";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { PriceText } from "#ui/figures.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Problem, Refused } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import { SearchBox } from "../search-box.tsx";
import { OfferSign } from "./offer-signs.tsx";
import { type OfferSearch, offerFilterStatuses, offerSearch } from "./search.ts";

type Row = Outputs["trade"]["offer"]["list"]["rows"][number];

/** What the firm has on sale, and what others of the town have. */
export function OfferListPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const search: OfferSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: OfferSearch) => void navigate({ to: "/selling/offers", search: offerSearch(next), replace: true });
  const scope = search.scope ?? "mine";
  return (
    <Page
      title={t("trade.offer.list.title")}
      subtitle={t("trade.offer.list.lead")}
      {...(may("trade.offer.save") && { primary: <NewOffer /> })}
    >
      <Tabs
        label={t("trade.offer.list.title")}
        tabs={[
          { key: "mine", label: t("trade.offer.list.mine") },
          { key: "market", label: t("trade.offer.list.market") },
        ]}
        current={scope}
        onChange={(key) => change(key === "market" ? { scope: key, q: search.q } : { q: search.q })}
      >
        <Stack>
          <Grid gap={3} least={220}>
            <SearchBox
              label={t("trade.offer.list.search")}
              value={search.q ?? ""}
              onChange={(q) => change({ ...search, q: q === "" ? undefined : q })}
            />
            {scope === "mine" && (
              <SelectField
                label={t("trade.order.list.status")}
                none={t("trade.order.list.status_all")}
                value={search.status ?? ""}
                choices={offerFilterStatuses.map((value) => ({ value, label: t(`trade.offer.status.${value}`) }))}
                onChange={({ target }) => change({ ...search, status: offerFilterStatuses.find((value) => value === target.value) })}
              />
            )}
          </Grid>
          <Offers search={search} onClear={() => change({ scope: search.scope })} />
        </Stack>
      </Tabs>
    </Page>
  );
}

function NewOffer() {
  const { t } = useTranslation();
  return (
    <LinkButton kind="primary" wide to="/selling/offers/new">
      {t("trade.offer.new")}
    </LinkButton>
  );
}

function Offers({ search, onClear }: { readonly search: OfferSearch; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { scope = "mine", status = null, q: text = "" } = search;
  const filter = { scope, status: scope === "mine" ? status : null, text } as const;
  const list = usePages<Outputs["trade"]["offer"]["list"]>([...trpc.trade.offer.list.pathKey(), filter], (after) =>
    client.trade.offer.list.query({ ...filter, after: after as Row["id"] | null }),
  );
  const columns = useColumns(scope);
  if (list.isError && isRefusal(list.error)) return <Refused message={say(list.error)} />;
  if (list.isError) return <Problem message={say(list.error)} onRetry={() => void list.refetch()} />;
  const isFiltered = filter.status !== null || text !== "";
  const nothing = isFiltered ? (
    <Empty action={<Button onClick={onClear}>{t("trade.order.list.clear")}</Button>}>{t("trade.offer.list.empty_filtered")}</Empty>
  ) : scope === "market" ? (
    <Empty>{t("trade.offer.list.empty_market")}</Empty>
  ) : (
    <Empty>
      {t("trade.offer.list.empty")}
      <br />
      <span className="k-quiet">{t("trade.offer.list.empty_hint")}</span>
    </Empty>
  );
  return (
    <Card flush>
      <DataTable<Row>
        caption={t("trade.offer.list.title")}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows) ?? []}
        rowKey={({ id }) => id}
        loading={list.isPending}
        empty={nothing}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        moreBusy={list.isFetchingNextPage}
      />
    </Card>
  );
}

function useColumns(scope: "mine" | "market"): readonly Column<Row>[] {
  const { t, i18n } = useTranslation();
  const status: Column<Row> = {
    key: "status",
    title: t("trade.order.list.status"),
    cell: ({ status: held, expired }) => <OfferSign status={held} expired={expired} />,
  };
  const firm: Column<Row> = { key: "seller", title: t("trade.offer.organisation"), cell: ({ seller }) => nameIn(i18n.language, seller) };
  return [
    {
      key: "title",
      title: t("trade.offer.title"),
      lead: true,
      cell: ({ id, number, content, seller }) => (
        <>
          <AppLink to="/selling/offers/$id" params={{ id }}>
            {content.title}
          </AppLink>
          <Quiet>
            {number ?? t("trade.offer.status.draft")} {seller.demo && <DemoRibbon />}
          </Quiet>
        </>
      ),
    },
    scope === "mine" ? status : firm,
    { key: "price", title: t("trade.offer.field.price_kind"), figures: true, cell: ({ content }) => <LowestPrice content={content} /> },
    {
      key: "lead",
      title: t("trade.offer.field.lead_days"),
      figures: true,
      wideOnly: true,
      cell: ({ content }) => content.leadDays ?? "—",
    },
    {
      key: "valid",
      title: t("trade.offer.field.valid_until"),
      cell: ({ content }) => (content.validUntil === null ? "—" : <DateText date={content.validUntil} />),
    },
  ];
}

/** The price of the last tier is the lowest a buyer can get; the quantity it needs stands beside it. */
function LowestPrice({ content: { price, unit } }: { readonly content: Row["content"] }) {
  const { t, i18n } = useTranslation();
  if (price.kind === "on_request") return <>{t("trade.offer.field.price_on_request")}</>;
  const last = price.tiers.at(-1);
  if (last === undefined) return <>—</>;
  return (
    <>
      <PriceText price={last.price} currency={price.currency} />
      <Quiet>{t("trade.offer.price.from", { from: quantityText({ value: last.from, unit }, localeOf(i18n.language)) })}</Quiet>
    </>
  );
}
