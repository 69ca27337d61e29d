import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Countdown } from "#ui/countdown.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { TextField } from "#ui/field.tsx";
import { Card } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Problem } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { FirmName } from "../detail/request-head.tsx";
import { quoteSigns } from "./own-quote.tsx";
import { type QuoteListState, quoteStates } from "./states.ts";

type Input = NonNullable<Inputs["procurement"]["quote"]["list"]>;
type Row = Outputs["procurement"]["quote"]["list"]["rows"][number];

/** 我的报价: every quote of the firm, newest first; filter and words live in the address. */
export function QuoteListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state = "all", text = "" } = useSearch({ from: "/selling/quotes" });
  const go = (next: { state?: string; text?: string }) => {
    const search = { ...(state === "all" ? {} : { state }), ...(text === "" ? {} : { text }), ...next };
    void navigate({
      to: "/selling/quotes" as string,
      search: Object.fromEntries(Object.entries(search).filter(([, value]) => value !== "" && value !== "all")) as never,
      replace: true,
    });
  };
  return (
    <Page
      title={t("procurement.quote.list.title")}
      primary={
        <LinkButton kind="primary" to={"/selling/board" as string}>
          {t("procurement.quote.list.find")}
        </LinkButton>
      }
    >
      <TextField
        type="search"
        label={t("procurement.quote.list.search")}
        defaultValue={text}
        maxLength={80}
        onChange={(event) => go({ text: event.target.value })}
      />
      <Tabs
        label={t("procurement.quote.list.title")}
        tabs={quoteStates.map((key) => ({ key, label: t(`procurement.quote.list.state.${key}`) }))}
        current={state}
        onChange={(key) => go({ state: key })}
      >
        <Card flush>
          <List key={state} state={state} text={text} />
        </Card>
      </Tabs>
    </Page>
  );
}

function List({ state, text }: { readonly state: QuoteListState; readonly text: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: [...trpc.procurement.quote.list.pathKey(), { state, text }, "pages"],
    queryFn: ({ pageParam }) => client.procurement.quote.list.query({ state, text, cursor: pageParam }),
    initialPageParam: null as Input["cursor"] | null,
    getNextPageParam: (page) => page.next,
  });
  if (query.isError) return <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = state !== "all" || text !== "";
  return (
    <DataTable
      caption={t("procurement.quote.list.title")}
      loading={query.isPending}
      rows={rows}
      rowKey={({ id }) => id}
      marked={({ status }) => status === "stale"}
      empty={
        <Empty action={filtered ? undefined : <LinkButton to={"/selling/board" as string}>{t("procurement.quote.list.find")}</LinkButton>}>
          {t(filtered ? "procurement.quote.list.none" : "procurement.quote.list.empty")}
        </Empty>
      }
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      moreBusy={query.isFetchingNextPage}
      columns={[
        {
          key: "title",
          title: t("procurement.quote.list.request"),
          lead: true,
          cell: ({ requestId, request }) => (
            <>
              <AppLink to={`/selling/requests/${requestId}` as string}>{request.title}</AppLink>
              <div className="k-quiet k-figures">{request.number}</div>
            </>
          ),
        },
        {
          key: "buyer",
          title: t("procurement.quote.page.buyer"),
          cell: ({ buyer }) => (buyer === null ? t("procurement.quote.page.buyer_hidden") : <FirmName firm={buyer} />),
        },
        {
          key: "status",
          title: t("procurement.quote.list.my_state"),
          cell: ({ status }) => <StatusTag sign={quoteSigns[status]}>{t(`procurement.quote.status.${status}`)}</StatusTag>,
        },
        {
          key: "request",
          title: t("procurement.quote.list.request_state"),
          wideOnly: true,
          cell: ({ request }) => t(`procurement.request.status.${request.shownStatus as "quoting"}`),
        },
        {
          key: "closes",
          title: t("procurement.request.detail.closes_at"),
          cell: (row) => <Closes row={row} onOver={() => void query.refetch()} />,
        },
        {
          key: "sent",
          title: t("procurement.quote.list.sent"),
          wideOnly: true,
          cell: ({ submittedAt }) => (submittedAt === null ? "—" : <Moment at={submittedAt} relative />),
        },
      ]}
    />
  );
}

function Closes({ row, onOver }: { readonly row: Row; readonly onOver: () => void }) {
  const { t } = useTranslation();
  const { closesAt, shownStatus } = row.request;
  return shownStatus === "quoting" ? (
    <Countdown to={closesAt} over={t("procurement.request.status.closed")} onOver={onOver} />
  ) : (
    <Moment at={closesAt} />
  );
}
