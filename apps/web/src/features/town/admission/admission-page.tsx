import { ApplicantKind } from "@jizhen/domain-town";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal, say } from "#lib/say.ts";
import { nameIn } from "#lib/session.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { CheckField, SelectField, TextField } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Loading, Problem, Refused } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Chip, StatusTag } from "#ui/tag.tsx";
import { signOf } from "../parts/signs.ts";
import "../town.css";

type Found = Outputs["town"]["membership"]["list"];
export const listedStates = ["open", "active", "suspended", "rejected", "all"] as const;
type Listed = (typeof listedStates)[number];
type Search = { state?: Listed; kind?: string; text?: string; warned?: true; sort?: "newest" | "name"; page?: number };

/** Screen 35, the list: what waits for the administration first; filters live in the address. */
export function AdmissionPage() {
  const { t } = useTranslation();
  const search: Search = useSearch({ from: "/town/members" });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const { state = "open", page = 1, text = "", warned = false } = search;
  const sort = search.sort ?? ("oldest" as const);
  const kind = ApplicantKind.safeParse(search.kind);
  const filter = { state, sort, page, text, warned, kind: kind.success ? kind.data : null };
  const list = useQuery({ ...trpc.town.membership.list.queryOptions(filter), placeholderData: keepPreviousData });
  const turn = (change: Search) => void navigate({ to: "/town/members", search: { ...search, ...change } as never, replace: true });
  const counts = list.data?.counts ?? {};
  const countOf: Record<Listed, number | undefined> = {
    open: (counts.applied ?? 0) + (counts.under_review ?? 0),
    active: counts.active ?? 0,
    suspended: counts.suspended ?? 0,
    rejected: counts.rejected ?? 0,
    all: undefined,
  };
  const tabs = listedStates.map((key) => ({
    key,
    label: t(`town.list.${key}`),
    ...(countOf[key] !== undefined && list.data && { count: countOf[key] }),
  }));
  return (
    <Page title={t("shell.nav.admission")} subtitle={t("town.list.subtitle")}>
      <Tabs label={t("town.file.state")} tabs={tabs} current={state} onChange={(key) => turn({ state: key, page: 1 })}>
        <Card flush>
          <Filters search={search} onTurn={turn} />
          {list.isPending && <Loading />}
          {list.isError &&
            (isRefusal(list.error) ? (
              <Refused message={say(list.error)} />
            ) : (
              <Problem message={say(list.error)} onRetry={() => void list.refetch()} />
            ))}
          {list.isSuccess && (
            <Firms found={list.data} page={page} filtered={text !== "" || warned || kind.success} onTurn={turn} state={state} />
          )}
        </Card>
      </Tabs>
    </Page>
  );
}

function Filters({ search, onTurn }: { readonly search: Search; readonly onTurn: (change: Search) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.text ?? "");
  useEffect(() => {
    if (text === (search.text ?? "")) return;
    const timer = setTimeout(() => onTurn({ text, page: 1 }), 300);
    return () => clearTimeout(timer);
  }, [text, search.text, onTurn]);
  return (
    <div className="t-filters" role="search">
      <TextField label={t("town.list.text")} type="search" value={text} maxLength={80} onChange={(event) => setText(event.target.value)} />
      <SelectField
        label={t("town.join.kind")}
        none={t("town.list.every_kind")}
        choices={ApplicantKind.options.map((value) => ({ value, label: t(`town.kind.${value}`) }))}
        value={search.kind ?? ""}
        onChange={(event) => onTurn({ kind: event.target.value, page: 1 })}
      />
      <SelectField
        label={t("town.list.sort")}
        choices={(["oldest", "newest", "name"] as const).map((value) => ({ value, label: t(`town.list.sort.${value}`) }))}
        value={search.sort ?? "oldest"}
        onChange={(event) => onTurn({ sort: event.target.value as "newest", page: 1 })}
      />
      <CheckField
        label={t("town.list.warned")}
        checked={search.warned === true}
        onChange={(event) => onTurn({ warned: event.target.checked as true, page: 1 })}
      />
    </div>
  );
}

type FirmsProps = {
  readonly found: Found;
  readonly page: number;
  readonly filtered: boolean;
  readonly state: Listed;
  readonly onTurn: (change: Search) => void;
};

function Firms({ found, page, filtered, state, onTurn }: FirmsProps) {
  const { t, i18n } = useTranslation();
  const empty = filtered ? "town.list.none_filtered" : state === "open" ? "town.list.none_open" : "town.list.none";
  const pages = Math.max(1, Math.ceil(found.total / found.pageSize));
  return (
    <>
      <DataTable
        caption={t("shell.nav.admission")}
        rows={found.rows}
        rowKey={({ id }) => id}
        empty={<Empty>{t(empty)}</Empty>}
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
                {row.codeWarned && <Chip tone="doubt">{t("town.list.warned_chip")}</Chip>}
              </Row>
            ),
          },
          { key: "at", title: t("town.file.applied_at"), cell: ({ appliedAt }) => <Moment at={appliedAt} relative /> },
          { key: "by", title: t("town.file.taken_up_by"), cell: ({ takenUpBy }) => takenUpBy ?? "—", wideOnly: true },
        ]}
      />
      {found.total > found.pageSize && (
        <nav className="t-pager" aria-label={t("town.list.pages")}>
          <Button disabled={page <= 1} onClick={() => onTurn({ page: page - 1 })}>
            {t("town.list.previous")}
          </Button>
          <span className="k-figures">{t("town.list.page", { page, pages, total: found.total })}</span>
          <Button disabled={page >= pages} onClick={() => onTurn({ page: page + 1 })}>
            {t("town.list.next")}
          </Button>
        </nav>
      )}
    </>
  );
}
