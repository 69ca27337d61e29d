import type { UpgradeKind } from "@jizhen/domain-town";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Grid, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";

type Plan = Inputs["town"]["upgrade"]["propose"];
type Step = { readonly name: string; readonly dueOn: string | null };
type Draft = {
  readonly kind: UpgradeKind;
  readonly title: string;
  readonly text: string;
  readonly boundary: string;
  readonly cost: string;
  readonly suppliers: string;
  readonly targetLevel: string;
  readonly targetSaving: string;
  readonly steps: readonly Step[];
};
const blank: Draft = {
  kind: "both",
  title: "",
  text: "",
  boundary: "",
  cost: "",
  suppliers: "",
  targetLevel: "2",
  targetSaving: "10",
  steps: [{ name: "", dueOn: null }],
};
const kinds = ["digital", "low_carbon", "both"] as const;

const lacksOf = (draft: Draft) => ({
  title: draft.title.trim().length < 4,
  text: draft.text.trim().length < 10,
  boundary: draft.boundary.trim().length < 2,
  cost: !(Number(draft.cost) > 0),
  saving: draft.kind !== "digital" && !(Number(draft.targetSaving) >= 1 && Number(draft.targetSaving) <= 90),
  steps: draft.steps.some(({ name, dueOn }) => name.trim().length < 2 || dueOn === null),
});

const planOf = (draft: Draft): Plan => ({
  kind: draft.kind,
  title: draft.title.trim(),
  text: draft.text.trim(),
  boundary: draft.boundary.trim(),
  cost: Math.round(Number(draft.cost) * 100) as Plan["cost"],
  suppliers: draft.suppliers.trim(),
  targetLevel: draft.kind === "low_carbon" ? null : Number(draft.targetLevel),
  targetSaving: draft.kind === "digital" ? null : Math.round(Number(draft.targetSaving)),
  steps: draft.steps.map(({ name, dueOn }) => ({ name: name.trim(), dueOn: dueOn as Plan["steps"][number]["dueOn"] })),
});

type PartProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void; readonly tried: boolean };

/** What a firm means to do: boundary and targets first, for these cannot be changed once they are approved. */
export function ProposeUpgradePage() {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [draft, setDraft, forget] = useKept<Draft>("upgrade", blank);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part }));
  const proposing = useSubmit<Plan, { id: string }>({
    send: (plan, call) => client.town.upgrade.propose.mutate(plan, call),
    refresh: ["town.upgrade"],
    onDone: ({ id }) => {
      forget();
      toast(t("town.upgrade.proposed_done"));
      void navigate({ to: "/upgrade/$id", params: { id } });
    },
  });
  const propose = () => {
    setTried(true);
    if (!Object.values(lacksOf(draft)).some(Boolean)) void proposing.submit(planOf(draft));
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("article [aria-invalid=true]")?.focus());
  };
  return (
    <Page
      title={t("town.upgrade.do.propose")}
      subtitle={t("town.upgrade.subtitle")}
      back={<AppLink to="/upgrade">{t("shell.nav.upgrade")}</AppLink>}
    >
      <Stack>
        <Card title={t("town.upgrade.plan")}>
          <What draft={draft} onChange={change} tried={tried} />
        </Card>
        <Card title={t("town.upgrade.plan.steps")}>
          <PlanSteps draft={draft} onChange={change} tried={tried} />
        </Card>
        {proposing.problem !== null && <Notice tone="bad">{proposing.problem}</Notice>}
        <Row end>
          <Button kind="primary" busy={proposing.busy} onClick={propose}>
            {t("town.upgrade.do.propose")}
          </Button>
        </Row>
      </Stack>
    </Page>
  );
}

function What({ draft, onChange, tried }: PartProps) {
  const { t } = useTranslation();
  const lacks = lacksOf(draft);
  const short = (missing: boolean) => (tried && missing ? t("ui.issue.too_small") : undefined);
  return (
    <Stack gap={4}>
      <OptionField
        label={t("town.upgrade.kind")}
        choices={kinds.map((value) => ({ value, label: t(`town.upgrade.kind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={t("town.upgrade.plan.title")}
        required
        maxLength={80}
        error={short(lacks.title)}
        value={draft.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextArea
        label={t("town.upgrade.plan.text")}
        required
        rows={4}
        maxLength={2000}
        error={short(lacks.text)}
        value={draft.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <TextField
        label={t("town.upgrade.plan.boundary")}
        required
        maxLength={120}
        hint={t("town.upgrade.plan.boundary_hint")}
        error={short(lacks.boundary)}
        value={draft.boundary}
        onChange={(event) => onChange({ boundary: event.target.value })}
      />
      <Grid least={220}>
        <DecimalField
          label={t("town.upgrade.plan.cost")}
          required
          error={tried && lacks.cost ? t("town.upgrade.measure.bad_number") : undefined}
          value={draft.cost}
          onChange={(event) => onChange({ cost: event.target.value })}
        />
        <TextField
          label={t("town.upgrade.plan.suppliers")}
          maxLength={300}
          value={draft.suppliers}
          onChange={(event) => onChange({ suppliers: event.target.value })}
        />
        {draft.kind !== "low_carbon" && (
          <SelectField
            label={t("town.upgrade.target.level")}
            choices={[1, 2, 3, 4].map((level) => ({ value: String(level), label: t("town.upgrade.level.short", { level }) }))}
            value={draft.targetLevel}
            onChange={(event) => onChange({ targetLevel: event.target.value })}
          />
        )}
        {draft.kind !== "digital" && (
          <DecimalField
            label={t("town.upgrade.target.saving")}
            suffix="%"
            required
            error={tried && lacks.saving ? t("town.upgrade.measure.bad_number") : undefined}
            value={draft.targetSaving}
            onChange={(event) => onChange({ targetSaving: event.target.value })}
          />
        )}
      </Grid>
    </Stack>
  );
}

function PlanSteps({ draft, onChange, tried }: PartProps) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Step>) =>
    onChange({ steps: draft.steps.map((step, nth) => (nth === at ? { ...step, ...part } : step)) });
  return (
    <Stack gap={3}>
      {draft.steps.map(({ name, dueOn }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
        <Grid key={at} least={180}>
          <TextField
            label={t("town.upgrade.plan.step", { nth: at + 1 })}
            required
            maxLength={80}
            error={tried && name.trim().length < 2 ? t("ui.issue.too_small") : undefined}
            value={name}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <DateField
            label={t("town.upgrade.plan.step_due")}
            required
            error={tried && dueOn === null ? t("ui.issue.invalid_type") : undefined}
            value={dueOn}
            onChange={(date) => set(at, { dueOn: date })}
          />
          {draft.steps.length > 1 && (
            <Row end>
              <Button kind="quiet" onClick={() => onChange({ steps: draft.steps.filter((_, nth) => nth !== at) })}>
                {t("town.upgrade.plan.remove_step", { nth: at + 1 })}
              </Button>
            </Row>
          )}
        </Grid>
      ))}
      {draft.steps.length < 20 && (
        <Row>
          <Button onClick={() => onChange({ steps: [...draft.steps, { name: "", dueOn: null }] })}>
            {t("town.upgrade.plan.add_step")}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
