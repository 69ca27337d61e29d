import { lastQuarterBefore, MissingReason, Quarter } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip, StatusTag } from "#ui/tag.tsx";
import { CheckDrawer } from "./check-drawer.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { FiledFigures } from "./filed-figures.tsx";
import { QuarterPicker } from "./quarter-picker.tsx";
import { ReasonButton, StepButton } from "./report-action.tsx";
import { signOf } from "./words.ts";

export type Desk = Outputs["town"]["report"]["desk"];
type Reasons = Readonly<Record<string, MissingReason>>;

/** The town's desk of a quarter: who handed in, who is missing and why, and what it came to. */
export function DeskPage() {
  const { t } = useTranslation();
  const search: { quarter?: string } = useSearch({ from: "/town/reports" });
  const navigate = useNavigate();
  const asked = Quarter.safeParse(search.quarter);
  const quarter = asked.success ? asked.data : lastQuarterBefore(new Date());
  const query = useQuery(useTRPC().town.report.desk.queryOptions({ quarter }));
  return (
    <Page title={t("figures.desk.title")} subtitle={t("figures.desk.subtitle")}>
      <Stack>
        <QuarterPicker value={quarter} onChange={(next) => void navigate({ to: "/town/reports", search: { quarter: next } as never })} />
        <Asked query={query}>{(desk) => <DeskOf key={desk.quarter} desk={desk} />}</Asked>
      </Stack>
    </Page>
  );
}

function DeskOf({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<Reasons>({});
  const [looking, setLooking] = useState<string | null>(null);
  const { report, firms } = desk;
  const state = report?.state ?? "open";
  const checked = firms.filter((firm) => firm.state === "checked").length;
  const waiting = firms.filter((firm) => firm.state === "submitted").length;
  const share = firms.length === 0 ? 0 : Math.round((checked / firms.length) * 100);
  return (
    <Stack>
      <Row>
        <StatusTag sign={signOf[state] ?? "draft"}>{t(`figures.state.${state}`)}</StatusTag>
        <span>{t("figures.desk.coverage", { checked, expected: firms.length, share })}</span>
        {waiting > 0 && <Chip tone="note">{t("figures.desk.waiting", { count: waiting })}</Chip>}
        {report && report.revision > 1 && <Chip>{t("figures.desk.revision", { revision: report.revision })}</Chip>}
      </Row>
      {report?.state === "open" && report.reason !== null && (
        <Notice tone="doubt">{t("figures.desk.opened", { reason: report.reason })}</Notice>
      )}
      <Card flush>
        <FirmTable desk={desk} reasons={reasons} onReason={setReasons} onLook={setLooking} />
      </Card>
      <Steps desk={desk} reasons={reasons} />
      {report && desk.figures.length > 0 && (
        <>
          <Row end>
            <ExportButtons
              sheet={{ kind: "town-report", filter: { reportId: report.id } }}
              paper={{ kind: "town-reports", id: report.id }}
            />
          </Row>
          <Card title={t("figures.desk.figures")} flush>
            <FiledFigures figures={desk.figures} definitions={desk.definitions} />
          </Card>
        </>
      )}
      {looking !== null && <CheckDrawer declarationId={looking} onClose={() => setLooking(null)} />}
    </Stack>
  );
}

type TableProps = {
  readonly desk: Desk;
  readonly reasons: Reasons;
  readonly onReason: (reasons: Reasons) => void;
  readonly onLook: (declarationId: string) => void;
};

function FirmTable({ desk, reasons, onReason, onLook }: TableProps) {
  const { t, i18n } = useTranslation();
  const choices = MissingReason.options.map((value) => ({ value, label: t(`figures.desk.reason.${value}`) }));
  const missing = desk.firms.filter(({ state }) => state === "none" || state === "open");
  const asks = desk.actions.includes("submit");
  const given = new Map((desk.report?.missing ?? []).map(({ organisationId, reason }) => [organisationId, reason]));
  return (
    <>
      {asks && missing.length > 0 && (
        <div className="t-filters">
          <SelectField
            label={t("figures.desk.all_reasons")}
            none="—"
            choices={choices}
            value=""
            onChange={(event) => {
              const reason = MissingReason.safeParse(event.target.value);
              if (reason.success) onReason(Object.fromEntries(missing.map(({ organisationId }) => [organisationId, reason.data])));
            }}
          />
        </div>
      )}
      <DataTable
        caption={t("figures.desk.title")}
        rows={desk.firms}
        rowKey={({ organisationId }) => organisationId}
        empty={<Empty>{t("figures.desk.none")}</Empty>}
        marked={({ state }) => state === "submitted"}
        columns={[
          { key: "name", title: t("figures.desk.firm"), lead: true, cell: (firm) => nameIn(i18n.language, firm) },
          {
            key: "state",
            title: t("figures.desk.state"),
            cell: ({ state }) => <StatusTag sign={signOf[state] ?? "draft"}>{t(`figures.state.${state}`)}</StatusTag>,
          },
          {
            key: "at",
            title: t("figures.desk.at"),
            cell: ({ submittedAt }) => (submittedAt ? <Moment at={submittedAt} /> : "—"),
            wideOnly: true,
          },
          {
            key: "do",
            title: t("figures.desk.reason"),
            cell: ({ organisationId, declarationId, state }) => {
              if (declarationId !== null && (state === "submitted" || state === "checked"))
                return (
                  <Button small onClick={() => onLook(declarationId)}>
                    {t("figures.desk.look")}
                  </Button>
                );
              if (!asks) return given.has(organisationId) ? t(`figures.desk.reason.${given.get(organisationId) ?? "other"}`) : "—";
              return (
                <SelectField
                  label={t("figures.desk.reason")}
                  labelHidden
                  none="—"
                  choices={choices}
                  value={reasons[organisationId] ?? ""}
                  onChange={(event) => onReason({ ...reasons, [organisationId]: MissingReason.parse(event.target.value) })}
                />
              );
            },
          },
        ]}
      />
    </>
  );
}

function Steps({ desk, reasons }: { readonly desk: Desk; readonly reasons: Reasons }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const { report, actions, quarter } = desk;
  const missing = desk.firms.flatMap(({ organisationId }) => {
    const reason = reasons[organisationId];
    return reason ? [{ organisationId, reason }] : [];
  });
  return (
    <Row end>
      {actions.includes("submit") && (
        <StepButton
          primary
          label={t("figures.desk.submit")}
          done={t("figures.desk.submitted")}
          send={(call) => client.town.report.submit.mutate({ quarter, version: report?.version ?? 0, missing }, call)}
        />
      )}
      {report && actions.includes("return") && (
        <ReasonButton
          label={t("figures.desk.return")}
          done={t("figures.desk.returned")}
          why={t("figures.desk.return_why")}
          send={(reason, call) => client.town.report.return.mutate({ reportId: report.id, version: report.version, reason }, call)}
        />
      )}
      {report && actions.includes("approve") && (
        <StepButton
          primary
          label={t("figures.desk.approve")}
          done={t("figures.desk.approved")}
          send={(call) => client.town.report.approve.mutate({ reportId: report.id, version: report.version }, call)}
        />
      )}
    </Row>
  );
}
