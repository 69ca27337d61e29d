import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { MoneyText } from "#ui/figures.tsx";
import { Card, Facts, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { Steps } from "#ui/timeline.tsx";
import { FileLinks } from "../parts/file-links.tsx";
import "../town.css";
import { Gaps } from "./gaps.tsx";
import { MeasuredCard } from "./measured-card.tsx";
import { type Step, type Upgrade, UpgradeTag } from "./parts.tsx";
import { DecisionDialog, StepReportDialog } from "./upgrade-dialogs.tsx";
import "./upgrade.css";

const way = ["proposed", "baselined", "approved", "running", "measured", "verified", "closed"] as const;

/** One project: the plan, the frozen baseline, the steps, the effect beside it. */
export function UpgradePage() {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: "/upgrade/$id" });
  const navigate = useNavigate();
  const query = useQuery(useTRPC().town.upgrade.get.queryOptions({ projectId: id as Upgrade["id"] }));
  const [doing, setDoing] = useState<Step | null>(null);
  const act = (step: Step) => {
    if (step === "baseline" || step === "measure") void navigate({ to: "/upgrade/$id/measure", params: { id } });
    else setDoing(step);
  };
  const project = query.data;
  const [first, ...others] = project?.actions ?? [];
  const further = first === "stop" ? [first] : others;
  const own = project?.own ?? true;
  return (
    <Page
      title={project?.title ?? t("shell.nav.upgrade")}
      sign={project && <UpgradeTag state={project.state} />}
      subtitle={project && !own ? nameIn(i18n.language, project.organisation) : undefined}
      back={<AppLink to={own ? "/upgrade" : "/town/upgrades"}>{t(own ? "shell.nav.upgrade" : "town.upgrade.board")}</AppLink>}
      primary={
        first !== undefined &&
        first !== "stop" && (
          <Button kind="primary" onClick={() => act(first)}>
            {t(`town.upgrade.do.${first}`)}
          </Button>
        )
      }
      actions={
        further.length > 0 &&
        further.map((step) => (
          <Button key={step} kind={step === "stop" ? "danger" : "secondary"} onClick={() => act(step)}>
            {t(`town.upgrade.do.${step}`)}
          </Button>
        ))
      }
    >
      <Asked query={query}>
        {(found) => (
          <Stack>
            <ProjectBody project={found} />
            {doing === "reportStep" && <StepReportDialog project={found} onClose={() => setDoing(null)} />}
            {doing !== null && doing !== "reportStep" && <DecisionDialog project={found} step={doing} onClose={() => setDoing(null)} />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function ProjectBody({ project }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  const { state, stopped, returned, gaps } = project;
  return (
    <>
      {stopped === null ? (
        <Steps
          label={t("town.upgrade.state")}
          steps={way.map((key) => ({ key, label: t(`town.upgrade.state.${key}`) }))}
          current={state === "stopped" ? null : state}
        />
      ) : (
        <Notice tone="bad">{t("town.upgrade.stopped", { reason: stopped.reason })}</Notice>
      )}
      {returned !== null && <Notice tone="doubt">{t("town.upgrade.returned", { reason: returned })}</Notice>}
      <Plan project={project} />
      <MeasuredCard project={project} />
      <Done project={project} />
      {gaps.length > 0 && (
        <Card>
          <Gaps gaps={gaps} />
        </Card>
      )}
    </>
  );
}

function Plan({ project: { plan, number, kind, spent } }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  return (
    <Card title={t("town.upgrade.plan")}>
      <Stack gap={3}>
        <p className="t-words">{plan.text}</p>
        <Facts
          rows={[
            { name: t("town.upgrade.number"), value: number },
            { name: t("town.upgrade.kind"), value: t(`town.upgrade.kind.${kind}`) },
            { name: t("town.upgrade.plan.boundary"), value: plan.boundary },
            { name: t("town.upgrade.plan.cost_short"), value: <MoneyText amount={plan.cost} currency="CNY" /> },
            { name: t("town.upgrade.spent"), value: <MoneyText amount={spent} currency="CNY" /> },
            ...(plan.suppliers === "" ? [] : [{ name: t("town.upgrade.plan.suppliers"), value: plan.suppliers }]),
            ...(plan.targetLevel === null
              ? []
              : [{ name: t("town.upgrade.target.level"), value: t("town.upgrade.level.short", { level: plan.targetLevel }) }]),
            ...(plan.targetSaving === null ? [] : [{ name: t("town.upgrade.target.saving"), value: `${plan.targetSaving}%` }]),
          ]}
        />
      </Stack>
    </Card>
  );
}

/** Every planned step with what was reported of it. */
function Done({ project: { plan, steps } }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  return (
    <Card title={t("town.upgrade.steps")}>
      <ol className="u-steps">
        {plan.steps.map(({ name, dueOn }, at) => {
          const reports = steps.filter(({ step }) => step === at);
          return (
            <li key={name}>
              <Row gap={2} between>
                <strong>{name}</strong>
                <Row gap={2}>
                  <span className="k-quiet">
                    {t("town.upgrade.plan.step_due")} <DateText date={dueOn} />
                  </span>
                  <Chip tone={reports.length > 0 ? "good" : "note"}>
                    {t(reports.length > 0 ? "town.upgrade.step.done" : "town.upgrade.step.open")}
                  </Chip>
                </Row>
              </Row>
              {reports.map(({ doneOn, spend, text, files, at: told }) => (
                <div key={told.getTime()}>
                  <p className="k-quiet">
                    <DateText date={doneOn} /> · <MoneyText amount={spend} currency="CNY" />
                  </p>
                  <p className="t-words">{text}</p>
                  {files.length > 0 && <FileLinks files={files} />}
                </div>
              ))}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
