import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { Pager } from "../parts/pager.tsx";
import "../town.css";
import { Levels } from "./our-upgrades-page.tsx";
import { type UpgradeState, UpgradeTag } from "./parts.tsx";

type Board = Outputs["town"]["upgrade"]["board"];
type Line = Board["rows"][number];
const states = ["none", "proposed", "baselined", "approved", "running", "measured", "verified", "closed", "stopped"] as const;
const kinds = ["digital", "low_carbon", "both"] as const;
export type BoardSearch = { state?: UpgradeState | "none"; kind?: (typeof kinds)[number]; text?: string; page?: number };

/** Every manufacturer of the town with its newest project: how many stand where, and who is late. */
export function UpgradeBoardPage() {
  const { t } = useTranslation();
  const search: BoardSearch = useSearch({ from: "/town/upgrades" });
  const navigate = useNavigate();
  const { state = null, kind = null, text = "", page = 1 } = search;
  const query = useQuery({ ...useTRPC().town.upgrade.board.queryOptions({ state, kind, text, page }), placeholderData: keepPreviousData });
  const turn = (change: BoardSearch) =>
    void navigate({ to: "/town/upgrades", search: { ...search, page: 1, ...change } as never, replace: true });
  return (
    <Page title={t("town.upgrade.board")} subtitle={query.data && t("town.upgrade.board.subtitle", { count: query.data.manufacturers })}>
      <Card flush>
        <Filters search={search} counts={query.data?.counts ?? {}} onTurn={turn} />
        <Asked query={query}>
          {(board) => (
            <>
              <Manufacturers rows={board.rows} />
              <Pager page={page} total={board.total} pageSize={board.pageSize} onTurn={(next) => turn({ page: next })} />
            </>
          )}
        </Asked>
      </Card>
    </Page>
  );
}

type FilterProps = { readonly search: BoardSearch; readonly counts: Board["counts"]; readonly onTurn: (change: BoardSearch) => void };

function Filters({ search, counts, onTurn }: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className="t-filters" role="search">
      <SearchField label={t("town.upgrade.board.search")} text={search.text ?? ""} onTurn={(text) => onTurn({ text })} />
      <SelectField
        label={t("town.upgrade.state")}
        none={t("town.upgrade.board.all")}
        choices={states.map((value) => ({ value, label: `${t(`town.upgrade.state.${value}`)} ${counts[value] ?? 0}` }))}
        value={search.state ?? ""}
        onChange={(event) => onTurn({ state: event.target.value as UpgradeState })}
      />
      <SelectField
        label={t("town.upgrade.kind")}
        none={t("town.upgrade.board.every_kind")}
        choices={kinds.map((value) => ({ value, label: t(`town.upgrade.kind.${value}`) }))}
        value={search.kind ?? ""}
        onChange={(event) => onTurn({ kind: event.target.value as "both" })}
      />
    </div>
  );
}

function Manufacturers({ rows }: { readonly rows: readonly Line[] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("town.upgrade.board")}
      rows={rows}
      rowKey={({ organisationId }) => organisationId}
      empty={<Empty>{t("town.upgrade.board.none")}</Empty>}
      marked={({ late }) => late}
      columns={[
        {
          key: "firm",
          title: t("town.upgrade.board.firm"),
          lead: true,
          cell: (line) =>
            line.id === null ? (
              nameIn(i18n.language, line)
            ) : (
              <AppLink to="/upgrade/$id" params={{ id: line.id }}>
                {nameIn(i18n.language, line)}
              </AppLink>
            ),
        },
        { key: "title", title: t("town.upgrade.title"), cell: ({ title }) => title ?? "—", wideOnly: true },
        { key: "kind", title: t("town.upgrade.kind"), cell: ({ kind }) => (kind === null ? "—" : t(`town.upgrade.kind.${kind}`)) },
        {
          key: "state",
          title: t("town.upgrade.state"),
          cell: ({ state, late, provisional }) => (
            <Row gap={1}>
              {state === null ? <Chip>{t("town.upgrade.state.none")}</Chip> : <UpgradeTag state={state} />}
              {late && <Chip tone="bad">{t("town.upgrade.late")}</Chip>}
              {provisional && <Chip tone="doubt">{t("town.upgrade.provisional")}</Chip>}
            </Row>
          ),
        },
        {
          key: "progress",
          title: t("town.upgrade.progress"),
          figures: true,
          cell: ({ steps, done }) => (steps === 0 ? "—" : t("town.upgrade.progress.value", { done, steps })),
        },
        {
          key: "level",
          title: t("town.upgrade.level"),
          cell: ({ levelBefore, levelAfter }) => <Levels before={levelBefore} after={levelAfter} />,
        },
        { key: "saving", title: t("town.upgrade.saving"), figures: true, cell: ({ saving }) => (saving === null ? "—" : `${saving}%`) },
      ]}
    />
  );
}
