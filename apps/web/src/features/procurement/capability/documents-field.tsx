import type { CapabilityDocument } from "@jizhen/domain-procurement";
import { LocalDate } from "@jizhen/kernel";
import type { Family } from "@jizhen/spec";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import type { Uploaded } from "#lib/upload.ts";
import { Button, IconButton } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { DateField } from "#ui/date-field.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Card, Grid, Stack } from "#ui/layout.tsx";
import { Chip } from "#ui/tag.tsx";
import { UploadList } from "#ui/upload-list.tsx";
import { editingOf } from "./draft.ts";

const states = ["held", "in_progress", "lapsed", "not_available"] as const;
const fresh: CapabilityDocument = { kind: "", issuer: "", number: "", validTo: null, state: "held", proves: [], fileId: null };

type DocumentsProps = {
  readonly family: Family;
  readonly value: readonly CapabilityDocument[];
  readonly onChange: (value: CapabilityDocument[]) => void;
};

/** Certificates, reports and licences: what each proves, until when, and the file itself. */
export function DocumentsField({ family, value, onChange }: DocumentsProps) {
  const { t } = useTranslation();
  return (
    <Card title={t("procurement.capability.documents")}>
      <Stack>
        <p className="k-quiet">{t("procurement.capability.documents_hint")}</p>
        {value.map((document, at) => (
          <DocumentFields
            key={at}
            family={family}
            document={document}
            onChange={(next) => onChange(value.map((held, place) => (place === at ? next : held)))}
            onRemove={() => onChange(value.filter((_, place) => place !== at))}
          />
        ))}
        <div>
          <Button onClick={() => onChange([...value, fresh])}>{t("procurement.capability.document.add")}</Button>
        </div>
      </Stack>
    </Card>
  );
}

type OneProps = {
  readonly family: Family;
  readonly document: CapabilityDocument;
  readonly onChange: (document: CapabilityDocument) => void;
  readonly onRemove: () => void;
};

const kindsOf = (family: Family): string[] => [
  ...new Set(
    family.attributes.flatMap(({ evidence, values, type }) => [
      ...evidence,
      ...(type === "evidence" ? values.map(({ code }) => code) : []),
    ]),
  ),
];

function DocumentFields({ family, document, onChange, onRemove }: OneProps) {
  const { t, i18n } = useTranslation();
  const kinds = kindsOf(family).filter((kind) => kind !== "stated");
  const provable = family.attributes.filter((attribute) =>
    attribute.type === "evidence" ? attribute.matched : editingOf(attribute) !== null,
  );
  return (
    <section className="c-document">
      <Grid least={180}>
        <TextField
          label={t("procurement.capability.document.kind")}
          required
          list={`kinds-${family.code}`}
          maxLength={60}
          value={document.kind}
          onChange={(event) => onChange({ ...document, kind: event.target.value })}
        />
        <TextField
          label={t("procurement.capability.document.issuer")}
          maxLength={120}
          value={document.issuer}
          onChange={(event) => onChange({ ...document, issuer: event.target.value })}
        />
        <TextField
          label={t("procurement.capability.document.number")}
          maxLength={80}
          value={document.number}
          onChange={(event) => onChange({ ...document, number: event.target.value })}
        />
        <DateField
          label={t("procurement.capability.document.valid_to")}
          value={document.validTo}
          onChange={(date) => onChange({ ...document, validTo: date === null ? null : LocalDate.parse(date) })}
        />
        <SelectField
          label={t("procurement.capability.document.state")}
          choices={states.map((value) => ({ value, label: t(`procurement.capability.document.state.${value}`) }))}
          value={document.state}
          onChange={(event) => onChange({ ...document, state: states.find((state) => state === event.target.value) ?? "held" })}
        />
      </Grid>
      <datalist id={`kinds-${family.code}`}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </datalist>
      <ChipsField
        label={t("procurement.capability.document.proves")}
        choices={provable.map(({ code, names }) => ({ value: code, label: i18n.language === "en" ? names.en : names.zh }))}
        value={document.proves}
        onChange={(proves) => onChange({ ...document, proves })}
      />
      <DocumentFile document={document} onChange={onChange} />
      <div className="c-document-remove">
        <IconButton label={t("procurement.capability.document.remove")} onClick={onRemove}>
          <IconTrash size={18} aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  );
}

/** The file of a document: one; a file held from before is said, not named. */
function DocumentFile({ document, onChange }: Pick<OneProps, "document" | "onChange">) {
  const { t } = useTranslation();
  const [uploaded, setUploaded] = useState<readonly Uploaded[]>([]);
  if (document.fileId !== null && uploaded.length === 0) {
    return (
      <div className="k-row k-gap-2">
        <Chip tone="good" onRemove={() => onChange({ ...document, fileId: null })}>
          {t("procurement.capability.document.on_file")}
        </Chip>
      </div>
    );
  }
  return (
    <UploadList
      label={t("procurement.capability.document.file")}
      purpose="capability"
      accept="application/pdf,image/*"
      value={uploaded}
      onChange={(files) => {
        const last = files.slice(-1);
        setUploaded(last);
        onChange({ ...document, fileId: (last[0]?.id ?? null) as CapabilityDocument["fileId"] });
      }}
    />
  );
}
