import { orderStatuses } from "@jizhen/domain-trade";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "#lib/pages.ts";
import { isRefusal, say } from "#lib/say.ts";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Problem, Refused } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import { SearchBox } from "../search-box.tsx";
import { OrderSign } from "./order-signs.tsx";
import { orderPages } from "./question.ts";
import { type OrderSearch, orderSearch } from "./search.ts";

type Row = Outputs["trade"]["order"]["list"]["rows"][number];

/** Screen 14: the firm's orders on both sides. The filters stand in the address, so a list can be sent as a link. */
export function OrderListPage() {
  const { t } = useTranslation();
  const search: OrderSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: OrderSearch) => void navigate({ to: "/orders", search: orderSearch(next), replace: true });
  const sides = [
    { key: "all", label: t("trade.order.list.side.all") },
    { key: "buyer", label: t("trade.order.list.side.buyer") },
    { key: "supplier", label: t("trade.order.list.side.supplier") },
  ] as const;
  return (
    <Page title={t("trade.order.list.title")} subtitle={t("trade.order.list.lead")}>
      <Tabs
        label={t("trade.order.list.title")}
        tabs={sides}
        current={search.side ?? "all"}
        onChange={(side) => change({ ...search, side: side === "all" ? undefined : side })}
      >
        <Stack>
          <Filters search={search} onChange={change} />
          <Orders search={search} onClear={() => change({ side: search.side })} />
        </Stack>
      </Tabs>
    </Page>
  );
}

function Filters({ search, onChange }: { readonly search: OrderSearch; readonly onChange: (next: OrderSearch) => void }) {
  const { t } = useTranslation();
  return (
    <Grid gap={3} least={180}>
      <SearchBox
        label={t("trade.order.list.search")}
        value={search.q ?? ""}
        onChange={(q) => onChange({ ...search, q: q === "" ? undefined : q })}
      />
      <SelectField
        label={t("trade.order.list.status")}
        none={t("trade.order.list.status_all")}
        value={search.status ?? ""}
        choices={orderStatuses.map((value) => ({ value, label: t(`trade.order.status.${value}`) }))}
        onChange={({ target }) => onChange({ ...search, status: orderStatuses.find((value) => value === target.value) })}
      />
      <SelectField
        label={t("trade.order.list.sort")}
        value={search.sort ?? "newest"}
        choices={(["newest", "oldest", "amount"] as const).map((value) => ({ value, label: t(`trade.order.list.sort.${value}`) }))}
        onChange={({ target }) => onChange({ ...search, sort: (["oldest", "amount"] as const).find((value) => value === target.value) })}
      />
    </Grid>
  );
}

function Orders({ search, onClear }: { readonly search: OrderSearch; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const { status = null, q: text = "" } = search;
  const { key, read } = orderPages(useTRPC(), useTRPCClient(), search);
  const list = usePages(key, read);
  const columns = useColumns();
  if (list.isError && isRefusal(list.error)) return <Refused message={say(list.error)} />;
  if (list.isError) return <Problem message={say(list.error)} onRetry={() => void list.refetch()} />;
  const isFiltered = status !== null || text !== "";
  return (
    <Card flush>
      <DataTable<Row>
        caption={t("trade.order.list.title")}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows) ?? []}
        rowKey={({ id }) => id}
        loading={list.isPending}
        empty={isFiltered ? <NoMatch onClear={onClear} /> : <NoOrders />}
        marked={({ actions }) => actions.length > 0}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        moreBusy={list.isFetchingNextPage}
      />
    </Card>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      key: "number",
      title: t("trade.order.title"),
      lead: true,
      cell: ({ id, number, title, demo }) => (
        <>
          <AppLink to="/orders/$id" params={{ id }}>
            {title}
          </AppLink>
          <Quiet>
            {number} {demo && <DemoRibbon />}
          </Quiet>
        </>
      ),
    },
    {
      key: "partner",
      title: t("trade.order.partner"),
      cell: ({ partner, side }) => (
        <>
          {nameIn(i18n.language, partner)}
          <Quiet>{t(side === "buyer" ? "trade.order.supplier" : "trade.order.buyer")}</Quiet>
        </>
      ),
    },
    { key: "status", title: t("trade.order.list.status"), cell: ({ status, overdue }) => <OrderSign status={status} overdue={overdue} /> },
    {
      key: "payable",
      title: t("trade.order.payable"),
      figures: true,
      cell: ({ payable, currency }) => <MoneyText amount={payable} currency={currency} strong />,
    },
    { key: "issued", title: t("trade.order.issued_at"), wideOnly: true, cell: ({ issuedAt }) => <Moment at={issuedAt} /> },
    {
      key: "answer",
      title: t("trade.order.answer_by"),
      cell: ({ status, answerBy }) => (status === "issued" ? <Moment at={answerBy} relative /> : "—"),
    },
  ];
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation();
  return <Empty action={<Button onClick={onClear}>{t("trade.order.list.clear")}</Button>}>{t("trade.order.list.empty_filtered")}</Empty>;
}

/** The next step depends on what this seat may do. */
function NoOrders() {
  const { t } = useTranslation();
  const { may } = useSession();
  const next = may("procurement.request.save") ? (
    <LinkButton kind="primary" to="/procurement/requests/new">
      {t("trade.order.list.empty_buyer")}
    </LinkButton>
  ) : may("procurement.quote.read") ? (
    <LinkButton kind="primary" to="/selling/board">
      {t("trade.order.list.empty_supplier")}
    </LinkButton>
  ) : null;
  return (
    <Empty action={next}>
      {t("trade.order.list.empty")}
      <br />
      <span className="k-quiet">{t("trade.order.list.empty_hint")}</span>
    </Empty>
  );
}
