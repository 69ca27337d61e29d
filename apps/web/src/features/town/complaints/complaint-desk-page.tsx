import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Pager } from "../parts/pager.tsx";
import "../town.css";
import { useColumns } from "./parts.tsx";

type Desk = Outputs["town"]["complaint"]["desk"];
const views = ["open", "overdue", "answered", "ended"] as const;
type View = (typeof views)[number];

/** What the administration owes an answer on, the nearest day first. */
export function ComplaintDeskPage() {
  const { t } = useTranslation();
  const search: { state?: View; page?: number } = useSearch({ from: "/town/complaints" });
  const navigate = useNavigate();
  const [state, page] = [search.state ?? "open", search.page ?? 1];
  const query = useQuery({ ...useTRPC().town.complaint.desk.queryOptions({ state, page }), placeholderData: keepPreviousData });
  const turn = (next: { state?: View; page?: number }) => void navigate({ to: "/town/complaints", search: next as never, replace: true });
  return (
    <Page title={t("town.complaint.desk")} subtitle={t("town.complaint.desk_subtitle")}>
      <Tabs
        label={t("town.complaint.state")}
        tabs={views.map((key) => ({
          key,
          label: t(`town.complaint.desk.${key}`),
          ...(query.data && (key === "open" || key === "overdue") ? { count: query.data.counts[key] } : {}),
        }))}
        current={state}
        onChange={(key) => turn({ state: key })}
      >
        <Asked query={query}>
          {(desk) => (
            <Card flush>
              <Waiting desk={desk} />
              <Pager page={page} total={desk.total} pageSize={desk.pageSize} onTurn={(next) => turn({ state, page: next })} />
            </Card>
          )}
        </Asked>
      </Tabs>
    </Page>
  );
}

function Waiting({ desk }: { readonly desk: Desk }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("town.complaint.desk")}
      rows={desk.rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("town.complaint.desk_none")}</Empty>}
      marked={({ overdue }) => overdue}
      columns={useColumns<Desk["rows"][number]>("/town/complaints/$id", [
        { key: "matter", title: t("town.complaint.matter"), short: true, cell: ({ matter }) => t(`town.complaint.matter.${matter}`) },
        {
          key: "complainant",
          title: t("town.complaint.complainant"),
          cell: ({ complainant }) => (complainant === null ? t("town.complaint.withheld") : nameIn(i18n.language, complainant)),
        },
        { key: "respondent", title: t("town.complaint.respondent"), cell: ({ respondent }) => nameIn(i18n.language, respondent) },
      ])}
    />
  );
}
