import { allPacks, type FamilyCode, nameOf } from "@jizhen/spec";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { Empty } from "#ui/states.tsx";
import { DemoRibbon, StatusTag } from "#ui/tag.tsx";
import { signOf } from "./capability-page.tsx";
import { VerifyDrawer } from "./verify-drawer.tsx";
import "./capability.css";

type Found = Outputs["procurement"]["capability"]["review"];
export type ReviewRow = Found["rows"][number];
type Search = { status?: "verified" | "every"; family?: FamilyCode; text?: string };

/** Statements of the town's firms for its administration: what waits to be verified first. */
export function ReviewPage() {
  const { t } = useTranslation();
  const search: Search = useSearch({ from: "/town/capabilities" });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [opened, setOpened] = useState<string | null>(null);
  const { status, family, text } = search;
  const filter = { status: status === "every" ? null : (status ?? ("declared" as const)), family: family ?? null, text: text ?? "" };
  const list = useInfiniteQuery({
    queryKey: [...trpc.procurement.capability.review.pathKey(), filter, "pages"],
    queryFn: ({ pageParam }) => client.procurement.capability.review.query({ ...filter, cursor: pageParam }),
    initialPageParam: null as Found["next"],
    getNextPageParam: (page: Found) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const turn = (change: { [K in keyof Search]: Search[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ""));
    void navigate({ to: "/town/capabilities", search: next as never, replace: true });
  };
  return (
    <Page title={t("procurement.capability.review.title")} subtitle={t("procurement.capability.review.subtitle")}>
      <Card flush>
        <Filters search={search} onTurn={turn} />
        <Unread query={list} />
        {list.isSuccess && (
          <Rows
            rows={rows}
            onOpen={setOpened}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            busy={list.isFetchingNextPage}
          />
        )}
      </Card>
      <VerifyDrawer row={rows.find(({ id }) => id === opened) ?? null} onClose={() => setOpened(null)} />
    </Page>
  );
}

function Filters({
  search,
  onTurn,
}: {
  readonly search: Search;
  readonly onTurn: (change: { [K in keyof Search]: Search[K] | undefined }) => void;
}) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const families = allPacks
    .flatMap((pack) => pack.families)
    .map(({ code }) => ({ value: code as string, label: nameOf({ family: code }, locale) }));
  return (
    <search className="c-filters">
      <SearchField label={t("procurement.capability.review.firm")} text={search.text ?? ""} onTurn={(text) => onTurn({ text })} />
      <SelectField
        label={t("procurement.capability.review.status")}
        choices={[
          { value: "declared", label: t("procurement.capability.status.declared") },
          { value: "verified", label: t("procurement.capability.status.verified") },
          { value: "every", label: t("procurement.capability.review.every") },
        ]}
        value={search.status ?? "declared"}
        onChange={(event) =>
          onTurn({ status: event.target.value === "verified" || event.target.value === "every" ? event.target.value : undefined })
        }
      />
      <SelectField
        label={t("procurement.board.family")}
        none={t("procurement.board.every_family")}
        choices={families}
        value={search.family ?? ""}
        onChange={(event) => onTurn({ family: event.target.value as FamilyCode })}
      />
    </search>
  );
}

type RowsProps = {
  readonly rows: readonly ReviewRow[];
  readonly onOpen: (id: string) => void;
  readonly onMore: (() => void) | undefined;
  readonly busy: boolean;
};

function Rows({ rows, onOpen, onMore, busy }: RowsProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (
    <DataTable
      caption={t("procurement.capability.review.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("procurement.capability.review.empty")}</Empty>}
      onMore={onMore}
      moreBusy={busy}
      columns={[
        {
          key: "firm",
          title: t("procurement.capability.review.firm"),
          lead: true,
          cell: ({ organisation }) => (
            <span className="k-row k-gap-2">
              {nameIn(i18n.language, organisation)}
              {organisation.demo && <DemoRibbon />}
            </span>
          ),
        },
        { key: "family", title: t("procurement.board.family"), cell: ({ content }) => nameOf({ family: content.family }, locale) },
        {
          key: "status",
          title: t("procurement.capability.review.status"),
          cell: ({ status }) => <StatusTag sign={signOf[status]}>{t(`procurement.capability.status.${status}`)}</StatusTag>,
        },
        { key: "documents", title: t("procurement.capability.documents"), figures: true, cell: ({ content }) => content.documents.length },
        {
          key: "updated",
          title: t("procurement.capability.review.updated"),
          cell: ({ updatedAt }) => <Moment at={updatedAt} relative />,
          wideOnly: true,
        },
        {
          key: "open",
          title: "",
          cell: ({ id, actions }) => (
            <Button small onClick={() => onOpen(id)} aria-haspopup="dialog">
              {t(actions.includes("verify") ? "procurement.capability.review.open" : "procurement.capability.review.look")}
            </Button>
          ),
        },
      ]}
    />
  );
}
