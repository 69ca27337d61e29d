import type { CapabilityContent } from "@jizhen/domain-procurement";
import { LocalDate, UnitCode } from "@jizhen/kernel";
import { familyOf } from "@jizhen/spec";
import { unitText } from "#lib/format.ts";
import { useKept } from "#lib/kept.ts";
import { failureOf } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/date-field.tsx";
import { CheckField, DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Grid, Row, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { AttributeField } from "./attribute-field.tsx";
import type { CapabilityRow } from "./capability-page.tsx";
import { DocumentsField } from "./documents-field.tsx";
import { emptyStatement } from "./draft.ts";

type FormProps = {
  readonly family: CapabilityContent["family"];
  readonly held: CapabilityRow | null;
  readonly onDone: () => void;
};

/** States what a firm can make of one family: by the pack's own attributes, so that requests are judged by the same words. */
export function CapabilityForm({ family: code, held, onDone }: FormProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const family = familyOf(code);
  const [content, setContent, forget] = useKept<CapabilityContent>(
    `capability:${code}:${held?.version ?? 0}`,
    () => held?.content ?? emptyStatement(code),
  );
  const change = (part: Partial<CapabilityContent>) => setContent((before) => ({ ...before, ...part }));
  const save = useSubmit({
    send: (input: Parameters<typeof client.procurement.capability.save.mutate>[0], call) =>
      client.procurement.capability.save.mutate(input, call),
    refresh: ["procurement"],
    onDone: () => {
      forget();
      toast(t("procurement.capability.saved"));
      onDone();
    },
  });
  const wrongField = failureOf(save.error).reason?.field ?? failureOf(save.error).issues[0]?.path ?? null;
  const seen = held === null ? null : { id: held.id, version: held.version };
  const live = held !== null && held.status !== "draft";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.submit({ seen, content });
      }}
    >
      <Stack>
        {held?.status === "verified" && <Notice tone="doubt">{t("procurement.capability.verified_falls")}</Notice>}
        <Card title={t("procurement.capability.makes")}>
          <Stack gap={5}>
            <p className="k-quiet">{t("procurement.capability.closed_hint")}</p>
            <div className="c-attributes">
              {family.attributes.map((attribute) => (
                <AttributeField
                  key={attribute.code}
                  attribute={attribute}
                  value={content.attributes[attribute.code] ?? null}
                  error={wrongField?.startsWith(`attributes.${attribute.code}`) ? (save.problem ?? undefined) : undefined}
                  onChange={(value) => {
                    const { [attribute.code]: _, ...others } = content.attributes;
                    change({ attributes: value === null ? others : { ...others, [attribute.code]: value } });
                  }}
                />
              ))}
            </div>
          </Stack>
        </Card>
        <Terms content={content} unit={family.unit} onChange={change} />
        <DocumentsField family={family} value={content.documents} onChange={(documents) => change({ documents })} />
        {save.problem !== null && <Notice tone="bad">{save.problem}</Notice>}
        <Row end>
          <Button onClick={onDone}>{t("ui.cancel")}</Button>
          <Button type="submit" kind="primary" busy={save.busy}>
            {t(live ? "procurement.capability.save_live" : "procurement.capability.save_draft")}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

type TermsProps = {
  readonly content: CapabilityContent;
  readonly unit: UnitCode;
  readonly onChange: (part: Partial<CapabilityContent>) => void;
};
const units = ["H87", "SET", "TNE", "KGM", "LTR", "XBO"];

function Terms({ content, unit, onChange }: TermsProps) {
  const { t } = useTranslation();
  const free = content.free ?? { value: "", unit };
  const setFree = (value: string, code: string) => onChange({ free: value.trim() === "" ? null : { value, unit: UnitCode.parse(code) } });
  return (
    <Card title={t("procurement.capability.terms")}>
      <Stack>
        <Grid least={180}>
          <DecimalField
            label={t("procurement.capability.lead")}
            value={content.leadDays ?? ""}
            maxLength={3}
            onChange={(event) => onChange({ leadDays: /^\d{1,3}$/.test(event.target.value) ? Number(event.target.value) : null })}
          />
          <DecimalField
            label={t("procurement.capability.free")}
            value={free.value}
            maxLength={12}
            onChange={(event) => setFree(event.target.value, free.unit)}
          />
          <SelectField
            label={t("procurement.capability.free_unit")}
            choices={[...new Set([unit as string, ...units])].map((value) => ({ value, label: unitText(value) }))}
            value={free.unit}
            onChange={(event) => setFree(free.value, event.target.value)}
          />
          <TextField
            label={t("procurement.capability.works")}
            hint={t("procurement.capability.works_hint")}
            inputMode="numeric"
            maxLength={6}
            value={content.works ?? ""}
            onChange={(event) => onChange({ works: event.target.value === "" ? null : event.target.value })}
          />
          <DateField
            label={t("procurement.capability.valid_to")}
            value={content.validTo}
            onChange={(date) => onChange({ validTo: date === null ? null : LocalDate.parse(date) })}
          />
        </Grid>
        <TextArea
          label={t("procurement.capability.note")}
          maxLength={1_000}
          value={content.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
        <CheckField
          label={t("procurement.capability.complete")}
          hint={t("procurement.capability.closed_hint")}
          checked={content.complete}
          onChange={(event) => onChange({ complete: event.target.checked })}
        />
      </Stack>
    </Card>
  );
}
