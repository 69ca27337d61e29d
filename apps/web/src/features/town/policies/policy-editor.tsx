import { ApplicantKind } from "@jizhen/domain-town";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField, OptionField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { CheckField, DecimalField, TextArea, TextField } from "#ui/field.tsx";
import { Grid, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { Tested } from "./desk-dialog.tsx";
import type { DeskLine } from "./desk-page.tsx";
import { contentOf, type Draft, draftOf, families, rulesOf } from "./policy-form.ts";

type Written = Inputs["town"]["policy"]["write"];
type PartProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };

/** Chinese text, English or "not translated", dates and conditions; what is typed stays when it is refused. */
export function PolicyEditor({ line, onClose }: { readonly line: DeskLine | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [form, setForm] = useState<Written["form"]>(line?.policy.form ?? "notice");
  const [draft, setDraft, forget] = useKept<Draft>(line === null ? "policy" : `policy:${line.policy.id}:${line.policy.version}`, () =>
    draftOf(line?.policy ?? null),
  );
  const [tested, setTested] = useState<Written["content"]["rules"] | null>(null);
  const saving = useSubmit<Written, unknown>({
    send: ({ content }, call) =>
      line === null
        ? client.town.policy.write.mutate({ form, content }, call)
        : client.town.policy.rewrite.mutate({ policyId: line.policy.id, version: line.policy.version, content }, call),
    refresh: ["town.policy"],
    onDone: () => {
      forget();
      toast(t("town.policy.saved"));
      onClose();
    },
  });
  const change = (part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part }));
  const ready = draft.titleZh.trim().length >= 4 && draft.textZh.trim().length >= 10 && draft.validFrom !== null;
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button onClick={() => setTested(rulesOf(draft))}>{t("town.policy.do.test")}</Button>
      <Button kind="primary" busy={saving.busy} disabled={!ready} onClick={() => void saving.submit({ form, content: contentOf(draft) })}>
        {t("town.policy.keep")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(line === null ? "town.policy.do.write" : "town.policy.do.save")} foot={foot}>
      <Stack gap={4}>
        {line === null && (
          <OptionField
            label={t("town.policy.kind")}
            choices={(["notice", "policy"] as const).map((value) => ({ value, label: t(`town.policy.form.${value}`) }))}
            value={form}
            onChange={setForm}
          />
        )}
        <Texts draft={draft} onChange={change} />
        <Conditions draft={draft} onChange={change} />
        {tested !== null && <Tested rules={tested} />}
        {saving.problem !== null && <Notice tone="bad">{saving.problem}</Notice>}
      </Stack>
    </Dialog>
  );
}

function Texts({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const title = (name: "titleZh" | "titleEn", label: "town.policy.title_zh" | "town.policy.title_en") => (
    <TextField
      label={t(label)}
      required={name === "titleZh"}
      maxLength={120}
      hint={name === "titleEn" ? t("town.policy.en_hint") : undefined}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  const text = (name: "textZh" | "textEn", label: "town.policy.text_zh" | "town.policy.text_en") => (
    <TextArea
      label={t(label)}
      required={name === "textZh"}
      rows={name === "textZh" ? 8 : 4}
      maxLength={20_000}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <>
      {title("titleZh", "town.policy.title_zh")}
      {text("textZh", "town.policy.text_zh")}
      {title("titleEn", "town.policy.title_en")}
      {text("textEn", "town.policy.text_en")}
      <Grid least={180}>
        <DateField label={t("town.policy.valid_from")} required value={draft.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
        <DateField label={t("town.policy.valid_until")} value={draft.validUntil} onChange={(validUntil) => onChange({ validUntil })} />
        <DateField label={t("town.policy.deadline")} value={draft.deadline} onChange={(deadline) => onChange({ deadline })} />
      </Grid>
    </>
  );
}

function Conditions({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Quiet>{t("town.policy.rules_hint")}</Quiet>
      <ChipsField
        label={t("town.policy.rule.kinds")}
        choices={ApplicantKind.options.map((value) => ({ value, label: t(`town.kind.${value}`) }))}
        value={draft.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <ChipsField
        label={t("town.policy.rule.families")}
        choices={families.map((value) => ({ value, label: t(`spec.family.${value}` as "spec.family.unclear") }))}
        value={draft.families}
        onChange={(chosen) => onChange({ families: chosen })}
      />
      <CheckField label={t("town.policy.rule.home")} checked={draft.home} onChange={(event) => onChange({ home: event.target.checked })} />
      <Grid least={180}>
        <TextField
          label={t("town.policy.rule.regions")}
          value={draft.regions}
          onChange={(event) => onChange({ regions: event.target.value })}
        />
        <DateField label={t("town.policy.rule.member_by")} value={draft.memberBy} onChange={(memberBy) => onChange({ memberBy })} />
        <DecimalField
          label={t("town.policy.rule.least")}
          value={draft.least}
          onChange={(event) => onChange({ least: event.target.value })}
        />
        <DecimalField label={t("town.policy.rule.most")} value={draft.most} onChange={(event) => onChange({ most: event.target.value })} />
      </Grid>
    </>
  );
}
