import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useKept } from "#lib/kept.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Card, Quiet, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import { AssessmentFields } from "./assessment-fields.tsx";
import { EnergyFields } from "./energy-fields.tsx";
import { type Draft, draftFor, isMonth, type Measure, measureOf } from "./measure-form.ts";
import type { Upgrade } from "./parts.tsx";
import "./upgrade.css";

/** Baseline or effect: the same form, and for the effect the baseline's edition, boundary, carriers and unit. */
export function MeasurePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/upgrade/$id/measure" });
  const query = useQuery(useTRPC().town.upgrade.get.queryOptions({ projectId: id as Upgrade["id"] }));
  const effect = query.data?.state === "running";
  return (
    <Page
      title={t(effect ? "town.upgrade.measure.title.effect" : "town.upgrade.measure.title.baseline")}
      subtitle={query.data?.title}
      back={
        <AppLink to="/upgrade/$id" params={{ id }}>
          {t("town.upgrade.title")}
        </AppLink>
      }
    >
      <Asked query={query}>{(project) => <MeasureForm key={project.version} project={project} />}</Asked>
    </Page>
  );
}

function MeasureForm({ project }: { readonly project: Upgrade }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const effect = project.state === "running";
  const [draft, setDraft, forget] = useKept<Draft>(`upgrade:${project.id}:${project.version}`, () => draftFor(project));
  const change = (part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part }));
  const sending = useSubmit<Measure, unknown>({
    send: (measured, call) =>
      client.town.upgrade[effect ? "measure" : "baseline"].mutate({ projectId: project.id, version: project.version, measured }, call),
    refresh: ["town.upgrade"],
    onDone: () => {
      forget();
      toast(t("town.upgrade.done"));
      void navigate({ to: "/upgrade/$id", params: { id: project.id } });
    },
  });
  const { kind } = project;
  return (
    <Stack>
      {effect && <Notice tone="info">{t("town.upgrade.measure.same")}</Notice>}
      {kind !== "low_carbon" && <AssessmentFields draft={draft} fixed={effect} onChange={change} />}
      {kind !== "digital" && <EnergyFields draft={draft} fixed={effect} onChange={change} />}
      <Card title={t("town.upgrade.evidence")}>
        <Stack gap={3}>
          <UploadList
            label={t("town.upgrade.measure.files")}
            purpose="upgrade"
            value={draft.files}
            onChange={(files) => change({ files })}
          />
          <Quiet>
            {t("town.upgrade.plan.boundary")}：{project.plan.boundary}
          </Quiet>
        </Stack>
      </Card>
      {sending.problem !== null && <Notice tone="bad">{sending.problem}</Notice>}
      <Row end>
        <Button
          kind="primary"
          busy={sending.busy}
          disabled={kind !== "digital" && !isMonth(draft.first)}
          onClick={() => void sending.submit(measureOf(project, draft))}
        >
          {t(effect ? "town.upgrade.do.measure" : "town.upgrade.do.baseline")}
        </Button>
      </Row>
    </Stack>
  );
}
