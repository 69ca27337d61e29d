import { Quarter } from "@jizhen/domain-town";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { QuarterPicker } from "./quarter-picker.tsx";
import { ReasonButton, StepButton } from "./report-action.tsx";
import { quarterName, signOf } from "./words.ts";
import "../town.css";

type Line = Outputs["town"]["report"]["list"][number];

/** The province's desk: reports as they come in, of a quarter or of all, each with the steps that are open. */
export function ProvinceReportsPage() {
  const { t, i18n } = useTranslation();
  const search: { quarter?: string } = useSearch({ from: "/province/reports" });
  const navigate = useNavigate();
  const quarter = Quarter.safeParse(search.quarter).data ?? null;
  const query = useQuery({ ...useTRPC().town.report.list.queryOptions({ quarter }), placeholderData: keepPreviousData });
  const turn = (next: Quarter | null) =>
    void navigate({ to: "/province/reports", search: (next === null ? {} : { quarter: next }) as never, replace: true });
  return (
    <Page
      title={t("figures.reports.title")}
      subtitle={t("figures.reports.subtitle")}
      actions={<SaveButtons kind="reports" filter={{ quarter }} />}
    >
      <Card flush>
        <div className="t-filters" role="search">
          <QuarterPicker value={quarter} none={t("figures.reports.all")} onChange={turn} />
        </div>
        <Asked query={query}>
          {(lines) => (
            <DataTable
              caption={t("figures.reports.title")}
              rows={lines}
              rowKey={({ report }) => report.id}
              empty={<Empty>{t("figures.reports.none")}</Empty>}
              marked={({ report }) => report.state === "approved"}
              columns={[
                {
                  key: "town",
                  title: t("figures.board.town"),
                  lead: true,
                  cell: ({ townZh, townEn }) => nameIn(i18n.language, { nameZh: townZh, nameEn: townEn }),
                },
                { key: "quarter", title: t("figures.reports.quarter"), cell: ({ report }) => quarterName(report.quarter, t) },
                {
                  key: "state",
                  title: t("figures.desk.state"),
                  cell: ({ report }) => (
                    <StatusTag sign={signOf[report.state] ?? "draft"}>
                      {t(`figures.state.${report.state}`)} · {t("figures.desk.revision", { revision: report.revision })}
                    </StatusTag>
                  ),
                },
                {
                  key: "coverage",
                  title: t("figures.reports.coverage"),
                  figures: true,
                  cell: ({ report }) => `${report.checked}/${report.expected}`,
                },
                { key: "do", title: t("figures.reports.do"), cell: (line) => <Steps line={line} /> },
              ]}
            />
          )}
        </Asked>
      </Card>
    </Page>
  );
}

function Steps({ line: { report, actions } }: { readonly line: Line }) {
  const { t } = useTranslation();
  const { report: procedures } = useTRPCClient().town;
  const on = { reportId: report.id, version: report.version };
  const words = { done: t("figures.reports.done"), why: t("figures.reports.why") };
  return (
    <Row>
      {actions.includes("accept") && (
        <StepButton primary label={t("figures.reports.accept")} done={words.done} send={(call) => procedures.accept.mutate(on, call)} />
      )}
      {actions.includes("lock") && (
        <StepButton primary label={t("figures.reports.lock")} done={words.done} send={(call) => procedures.lock.mutate(on, call)} />
      )}
      {actions.includes("sendBack") && (
        <ReasonButton
          label={t("figures.reports.sendBack")}
          {...words}
          send={(reason, call) => procedures.sendBack.mutate({ ...on, reason }, call)}
        />
      )}
      {actions.includes("reopen") && (
        <ReasonButton
          label={t("figures.reports.reopen")}
          {...words}
          send={(reason, call) => procedures.reopen.mutate({ ...on, reason }, call)}
        />
      )}
    </Row>
  );
}
