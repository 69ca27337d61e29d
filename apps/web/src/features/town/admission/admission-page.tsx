import { ApplicantKind, Grade } from "@jizhen/domain-town";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { CheckField, SelectField } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { Empty } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Chip, StatusTag } from "#ui/tag.tsx";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { signOf } from "../parts/signs.ts";
import "../town.css";

type MemberPages = Outputs["town"]["membership"]["list"];
export const listedStates = ["open", "active", "suspended", "rejected", "all"] as const;
type Listed = (typeof listedStates)[number];
type Search = { state?: Listed; kind?: string; grade?: Grade; text?: string; warned?: true; sort?: "newest" | "name" };

/** Screen 35, the list: what waits for the administration first; filters live in the address. */
export function AdmissionPage() {
  const { t } = useTranslation();
  const search: Search = useSearch({ from: "/town/members" });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { state = "open", text = "", warned = false } = search;
  const sort = search.sort ?? ("oldest" as const);
  const kind = ApplicantKind.safeParse(search.kind);
  const filter = { state, text, warned, kind: kind.success ? kind.data : null, grade: search.grade ?? null };
  const list = useInfiniteQuery({
    queryKey: [...trpc.town.membership.list.pathKey(), filter, sort, "pages"],
    queryFn: ({ pageParam }) => client.town.membership.list.query({ ...filter, sort, after: pageParam }),
    initialPageParam: null as MemberPages["next"],
    getNextPageParam: (page: MemberPages) => page.next,
    placeholderData: keepPreviousData,
  });
  const turn = (change: Search) => void navigate({ to: "/town/members", search: { ...search, ...change } as never, replace: true });
  const found = list.data?.pages[0]?.found ?? null;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const tabs = listedStates.map((key) => ({
    key,
    label: t(`town.list.${key}`),
    ...(found !== null && key !== "all" && { count: shortly(found.tabs[key]) }),
  }));
  return (
    <Page title={t("shell.nav.admission")} subtitle={t("town.list.subtitle")}>
      <Tabs label={t("town.file.state")} tabs={tabs} current={state} onChange={(key) => turn({ state: key })}>
        <Card flush>
          <Filters search={search} onTurn={turn} />
          <Unread query={list} />
          {found !== null && (
            <>
              <div className="t-found">
                <Row gap={2}>
                  <span className="k-quiet k-figures" role="status">
                    {t(found.count.more ? "town.roll.found_more" : "town.roll.found", { count: found.count.rows })}
                  </span>
                  {rows.length > 0 && <SaveButtons kind="members" filter={filter} />}
                </Row>
              </div>
              <Firms
                rows={rows}
                filtered={text !== "" || warned || kind.success || search.grade !== undefined}
                state={state}
                onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
                busy={list.isFetchingNextPage}
              />
            </>
          )}
        </Card>
      </Tabs>
    </Page>
  );
}

/** A thousand and more is not counted on. */
const shortly = ({ rows, more }: { readonly rows: number; readonly more: boolean }) => (more ? `${rows}+` : rows);

function Filters({ search, onTurn }: { readonly search: Search; readonly onTurn: (change: Search) => void }) {
  const { t } = useTranslation();
  return (
    <div className="t-filters" role="search">
      <SearchField label={t("town.list.text")} text={search.text ?? ""} onTurn={(text) => onTurn({ text })} />
      <SelectField
        label={t("town.join.kind")}
        none={t("town.list.every_kind")}
        choices={ApplicantKind.options.map((value) => ({ value, label: t(`town.kind.${value}`) }))}
        value={search.kind ?? ""}
        onChange={(event) => onTurn({ kind: event.target.value })}
      />
      <SelectField
        label={t("town.document.grade")}
        none={t("town.document.every_grade")}
        choices={Grade.options.map((value) => ({ value, label: t(`town.document.type.${value}`) }))}
        value={search.grade ?? ""}
        onChange={(event) => onTurn({ grade: event.target.value as Grade })}
      />
      <SelectField
        label={t("town.list.sort")}
        choices={(["oldest", "newest", "name"] as const).map((value) => ({ value, label: t(`town.list.sort.${value}`) }))}
        value={search.sort ?? "oldest"}
        onChange={(event) => onTurn({ sort: event.target.value as "newest" })}
      />
      <CheckField
        label={t("town.list.warned")}
        checked={search.warned === true}
        onChange={(event) => onTurn({ warned: event.target.checked as true })}
      />
    </div>
  );
}

type FirmsProps = {
  readonly rows: MemberPages["rows"];
  readonly filtered: boolean;
  readonly state: Listed;
  readonly busy: boolean;
  readonly onMore: (() => void) | undefined;
};

function Firms({ rows, filtered, state, busy, onMore }: FirmsProps) {
  const { t, i18n } = useTranslation();
  const empty = filtered ? "town.list.none_filtered" : state === "open" ? "town.list.none_open" : "town.list.none";
  return (
    <DataTable
      caption={t("shell.nav.admission")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t(empty)}</Empty>}
      onMore={onMore}
      moreBusy={busy}
      columns={[
        {
          key: "name",
          title: t("town.file.name"),
          lead: true,
          cell: (row) => (
            <AppLink to="/town/members/$id" params={{ id: row.id }}>
              {nameIn(i18n.language, row)}
            </AppLink>
          ),
        },
        { key: "number", title: t("town.file.number"), cell: ({ number }) => <CopyId text={number} /> },
        {
          key: "kind",
          title: t("town.join.kind"),
          cell: ({ kind, visiting }) => `${t(`town.kind.${kind}`)}${visiting ? `（${t("town.list.visiting")}）` : ""}`,
        },
        {
          key: "state",
          title: t("town.file.state"),
          cell: (row) => (
            <Row gap={1}>
              <StatusTag sign={signOf[row.state]}>{t(`town.state.${row.state}`)}</StatusTag>
              {row.waitingFor === "applicant" && <Chip tone="note">{t("town.list.waiting")}</Chip>}
              {row.grades?.map((grade) => (
                <Chip key={grade} tone="blue">
                  {t(`town.document.type.${grade}`)}
                </Chip>
              ))}
              {row.codeWarned && <Chip tone="doubt">{t("town.list.warned_chip")}</Chip>}
            </Row>
          ),
        },
        { key: "at", title: t("town.file.applied_at"), cell: ({ appliedAt }) => <Moment at={appliedAt} relative /> },
        { key: "by", title: t("town.file.taken_up_by"), cell: ({ takenUpBy }) => takenUpBy ?? "—", wideOnly: true },
      ]}
    />
  );
}
