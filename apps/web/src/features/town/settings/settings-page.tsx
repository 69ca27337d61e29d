import { ApplicantKind, PaperType } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { CheckField, DecimalField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { badDateIn, formOf, rulesOf, type SettingsForm } from "./settings-form.ts";

/** What the town has decided for its market, for joining, and for the days its deadlines count. */
export function TownSettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery(useTRPC().town.town.settings.queryOptions());
  return (
    <Page title={t("town.settings.title")} subtitle={t("town.settings.subtitle")}>
      <Unread query={settings} />
      {settings.isSuccess && <Settings key={settings.data.version} held={settings.data} />}
    </Page>
  );
}

const limits = { standstillDays: [0, 30], sealedHours: [1, 720], unsealedHours: [1, 720] } as const;

function Settings({ held }: { readonly held: Outputs["town"]["town"]["settings"] }) {
  const { t } = useTranslation();
  const { may } = useSession();
  const client = useTRPCClient();
  const [form, setForm] = useState<SettingsForm>(() => formOf(held.rules));
  const [wrong, setWrong] = useState<readonly (keyof SettingsForm)[]>([]);
  const saving = useSubmit<Inputs["town"]["town"]["saveRules"], unknown>({
    send: (input, call) => client.town.town.saveRules.mutate(input, call),
    refresh: ["town.town"],
    onDone: () => {
      toast(t("town.settings.saved"));
    },
  });
  const save = () => {
    const read = rulesOf(form);
    setWrong("wrong" in read ? read.wrong : []);
    if ("rules" in read) void saving.submit({ version: held.version, rules: read.rules });
  };
  const set = (change: Partial<SettingsForm>) => setForm((before) => ({ ...before, ...change }));
  return (
    <Stack gap={4}>
      <MarketRules form={form} wrong={wrong} onChange={set} />
      <JoiningRules form={form} wrong={wrong} onChange={set} />
      <Calendar form={form} onChange={set} />
      {saving.problem !== null && <Notice tone="bad">{saving.problem}</Notice>}
      {may("town.town.saveRules") && held.state !== "closed" && (
        <Button kind="primary" busy={saving.busy} onClick={save}>
          {t("town.settings.save")}
        </Button>
      )}
    </Stack>
  );
}

type PartProps = {
  readonly form: SettingsForm;
  readonly wrong: readonly (keyof SettingsForm)[];
  readonly onChange: (change: Partial<SettingsForm>) => void;
};

function MarketRules({ form, wrong, onChange }: PartProps) {
  const { t } = useTranslation();
  const number = (
    name: keyof typeof limits,
    label: "town.settings.standstill" | "town.settings.sealed_hours" | "town.settings.unsealed_hours",
  ) => {
    const [min, max] = limits[name];
    const error = wrong.includes(name) ? t("town.settings.number_bad", { min, max }) : undefined;
    return (
      <DecimalField label={t(label)} value={form[name]} error={error} onChange={(event) => onChange({ [name]: event.target.value })} />
    );
  };
  return (
    <Card title={t("town.settings.market")}>
      <Grid least={220}>
        {number("standstillDays", "town.settings.standstill")}
        {number("sealedHours", "town.settings.sealed_hours")}
        {number("unsealedHours", "town.settings.unsealed_hours")}
        <DecimalField
          label={t("town.settings.threshold")}
          hint={t("town.settings.threshold_hint")}
          value={form.threshold}
          error={wrong.includes("threshold") ? t("town.settings.amount_bad") : undefined}
          onChange={(event) => onChange({ threshold: event.target.value })}
        />
      </Grid>
      <CheckField
        label={t("town.settings.unsealed")}
        checked={form.unsealedAllowed}
        onChange={(event) => onChange({ unsealedAllowed: event.target.checked })}
      />
    </Card>
  );
}

function JoiningRules({ form, wrong, onChange }: PartProps) {
  const { t } = useTranslation();
  const kinds = ApplicantKind.options.map((value) => ({ value, label: t(`town.kind.${value}`) }));
  return (
    <Card title={t("town.settings.members")}>
      <Stack gap={4}>
        <ChipsField
          label={t("town.settings.kinds")}
          choices={kinds}
          value={form.kindsAccepted.filter((kind) => kind !== "administration")}
          onChange={(kindsAccepted) => onChange({ kindsAccepted })}
          error={wrong.includes("kindsAccepted") ? t("town.settings.kinds_needed") : undefined}
        />
        <ChipsField
          label={t("town.settings.reviewed")}
          choices={kinds}
          value={form.reviewed.filter((kind) => kind !== "administration")}
          onChange={(reviewed) => onChange({ reviewed })}
        />
        <ChipsField
          label={t("town.settings.documents")}
          hint={t("town.settings.documents_hint")}
          choices={PaperType.options.map((value) => ({ value, label: t(`town.document.type.${value}`) }))}
          value={form.documentsRequired}
          onChange={(documentsRequired) => onChange({ documentsRequired })}
        />
        <TextField
          label={t("town.settings.edition")}
          maxLength={20}
          value={form.edition}
          error={wrong.includes("edition") ? t("ui.required") : undefined}
          onChange={(event) => onChange({ edition: event.target.value })}
        />
      </Stack>
    </Card>
  );
}

function Calendar({ form, onChange }: Omit<PartProps, "wrong">) {
  const { t } = useTranslation();
  const days = (name: "holidays" | "workdays", label: "town.settings.holidays" | "town.settings.workdays") => {
    const bad = badDateIn(form[name]);
    const error = bad === null ? undefined : t("town.settings.date_bad", { text: bad });
    return (
      <TextArea label={t(label)} rows={8} value={form[name]} error={error} onChange={(event) => onChange({ [name]: event.target.value })} />
    );
  };
  return (
    <Card title={t("town.settings.calendar")}>
      <Quiet>{t("town.settings.calendar_hint")}</Quiet>
      <Grid least={220}>
        {days("holidays", "town.settings.holidays")}
        {days("workdays", "town.settings.workdays")}
      </Grid>
    </Card>
  );
}
