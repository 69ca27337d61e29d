import { RollState } from "@jizhen/domain-town";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import "../town.css";

type RollPages = Outputs["town"]["roll"]["list"];
type Line = RollPages["rows"][number];
type Search = { text?: string; state?: RollState; member?: "yes" | "no"; sort?: "name" };

/** The town's roll: searched, filtered and paged on the server; filters live in the address. */
export function RollPage() {
  const { t } = useTranslation();
  const search: Search = useSearch({ from: "/town/roll" });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [edited, setEdited] = useState<string | null>(null);
  const filter = { text: search.text ?? "", state: search.state ?? null, member: search.member ?? null };
  const sort = search.sort ?? ("newest" as const);
  const list = useInfiniteQuery({
    queryKey: [...trpc.town.roll.list.pathKey(), filter, sort, "pages"],
    queryFn: ({ pageParam }) => client.town.roll.list.query({ ...filter, sort, after: pageParam }),
    initialPageParam: null as RollPages["next"],
    getNextPageParam: (page: RollPages) => page.next,
    placeholderData: keepPreviousData,
  });
  const turn = (change: Search) => void navigate({ to: "/town/roll", search: { ...search, ...change } as never, replace: true });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={t("town.roll.page")}
      subtitle={t("town.roll.subtitle")}
      actions={
        <Button kind="primary" onClick={() => setEdited("")}>
          {t("town.roll.add")}
        </Button>
      }
    >
      <Card flush>
        <Filters search={search} onTurn={turn} />
        <Unread query={list} />
        {first && (
          <>
            <div className="t-found">
              <Row gap={2}>
                <span className="k-quiet k-figures" role="status">
                  {t(first.count.more ? "town.roll.found_more" : "town.roll.found", { count: first.count.rows })}
                </span>
                {rows.length > 0 && <SaveButtons kind="roll" filter={filter} />}
              </Row>
            </div>
            <Entries
              rows={rows}
              filtered={filter.text !== "" || filter.state !== null || filter.member !== null}
              onEdit={setEdited}
              onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              busy={list.isFetchingNextPage}
              stale={list.isPlaceholderData}
            />
          </>
        )}
      </Card>
      {edited !== null && <EntryDialog id={edited === "" ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function Filters({ search, onTurn }: { readonly search: Search; readonly onTurn: (change: Search) => void }) {
  const { t } = useTranslation();
  return (
    <div className="t-filters" role="search">
      <SearchField label={t("town.roll.search")} text={search.text ?? ""} onTurn={(text) => onTurn({ text })} />
      <SelectField
        label={t("town.roll.field.state")}
        none={t("town.roll.every_state")}
        choices={RollState.options.map((value) => ({ value, label: t(`town.roll.state.${value}`) }))}
        value={search.state ?? ""}
        onChange={(event) => onTurn({ state: event.target.value as RollState })}
      />
      <SelectField
        label={t("town.roll.member")}
        none={t("town.roll.member.any")}
        choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`town.roll.member.${value}`) }))}
        value={search.member ?? ""}
        onChange={(event) => onTurn({ member: event.target.value as "yes" })}
      />
      <SelectField
        label={t("town.roll.sort")}
        choices={(["newest", "name"] as const).map((value) => ({ value, label: t(`town.roll.sort.${value}`) }))}
        value={search.sort ?? "newest"}
        onChange={(event) => onTurn({ sort: event.target.value as "name" })}
      />
    </div>
  );
}

type EntriesProps = {
  readonly rows: readonly Line[];
  readonly filtered: boolean;
  readonly busy: boolean;
  readonly stale: boolean;
  readonly onMore: (() => void) | undefined;
  readonly onEdit: (id: string) => void;
};

function Entries({ rows, filtered, busy, stale, onMore, onEdit }: EntriesProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      { key: "name", title: t("town.roll.field.nameZh"), lead: true, cell: (row) => nameIn(language, row) },
      { key: "number", title: t("town.roll.field.number"), cell: ({ number }) => (number === null ? "—" : <CopyId text={number} />) },
      { key: "products", title: t("town.roll.field.mainProducts"), cell: ({ mainProducts }) => mainProducts ?? "—", wideOnly: true },
      {
        key: "contact",
        title: t("town.roll.field.contactName"),
        cell: (row) => [row.contactName, row.contactPhone].filter(Boolean).join(" ") || "—",
      },
      { key: "employees", title: t("town.roll.field.employees"), figures: true, cell: ({ employees }) => employees ?? "—" },
      {
        key: "state",
        title: t("town.roll.field.state"),
        cell: ({ state, member }) => (
          <Row gap={1}>
            <Chip tone={state === "operating" ? "good" : "note"}>{t(`town.roll.state.${state}`)}</Chip>
            {member && <Chip tone="note">{t("town.roll.member.yes")}</Chip>}
          </Row>
        ),
      },
      {
        key: "edit",
        title: "",
        cell: ({ id }) => (
          <Button small onClick={() => onEdit(id)}>
            {t("town.roll.edit")}
          </Button>
        ),
      },
    ],
    [t, language, onEdit],
  );
  return (
    <DataTable
      caption={t("town.roll.page")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t(filtered ? "town.roll.none_filtered" : "town.roll.none")}</Empty>}
      onMore={onMore}
      moreBusy={busy}
      stale={stale}
      columns={columns}
    />
  );
}
