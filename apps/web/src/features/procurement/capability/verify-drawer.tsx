import { nameOf } from "@jizhen/spec";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { ownHeaders, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { ChipsField } from "#ui/choices.tsx";
import { Drawer } from "#ui/dialog.tsx";
import { CheckField, TextArea } from "#ui/field.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import type { ReviewRow } from "./review-page.tsx";
import { Statement } from "./statement.tsx";

/** One firm's statement beside what the administration vouches for, item by item. */
export function VerifyDrawer({ row, onClose }: { readonly row: ReviewRow | null; readonly onClose: () => void }) {
  const { i18n } = useTranslation();
  const title =
    row === null ? "" : `${nameIn(i18n.language, row.organisation)} · ${nameOf({ family: row.content.family }, localeOf(i18n.language))}`;
  return (
    <Drawer opened={row !== null} onClose={onClose} title={title} size="medium">
      {row !== null && <Verifying key={`${row.id} ${row.version}`} row={row} onClose={onClose} />}
    </Drawer>
  );
}

function Verifying({ row, onClose }: { readonly row: ReviewRow; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const locale = localeOf(i18n.language);
  const { family, documents } = row.content;
  const [attributes, setAttributes] = useState<string[]>([...(row.verification?.attributes ?? [])]);
  const [accredited, setAccredited] = useState<readonly number[]>(row.verification?.accredited ?? []);
  const [note, setNote] = useState("");
  const verify = useSubmit({
    send: (input: Parameters<typeof client.procurement.capability.verify.mutate>[0], call) =>
      client.procurement.capability.verify.mutate(input, call),
    refresh: ["procurement"],
    onDone: () => {
      toast(t("procurement.capability.review.done"));
      onClose();
    },
  });
  const stated = [...new Set([...Object.keys(row.content.attributes), ...documents.flatMap(({ proves }) => proves)])];
  return (
    <Stack>
      <Statement content={row.content} />
      {row.content.note !== "" && <p>{row.content.note}</p>}
      {documents.length > 0 && (
        <Card title={t("procurement.capability.documents")}>
          <Documents documents={documents} accredited={accredited} onChange={setAccredited} editable={row.actions.includes("verify")} />
        </Card>
      )}
      {row.actions.includes("verify") && (
        <>
          <ChipsField
            label={t("procurement.capability.review.attributes")}
            hint={t("procurement.capability.review.attributes_hint")}
            choices={stated.map((value) => ({ value, label: nameOf({ family, attribute: value }, locale) }))}
            value={attributes}
            onChange={setAttributes}
          />
          <TextArea
            label={t("procurement.capability.review.note")}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {verify.problem !== null && <Notice tone="bad">{verify.problem}</Notice>}
          <Button
            kind="primary"
            busy={verify.busy}
            disabled={attributes.length === 0}
            onClick={() => void verify.submit({ id: row.id, version: row.version, attributes, accredited: [...accredited], note })}
          >
            {t("procurement.capability.review.verify")}
          </Button>
        </>
      )}
    </Stack>
  );
}

type DocumentsProps = {
  readonly documents: ReviewRow["content"]["documents"];
  readonly accredited: readonly number[];
  readonly onChange: (accredited: readonly number[]) => void;
  readonly editable: boolean;
};

function Documents({ documents, accredited, onChange, editable }: DocumentsProps) {
  const { t } = useTranslation();
  return (
    <ul className="c-documents">
      {documents.map((document, at) => (
        <li key={`${document.kind} ${document.number} ${at}`}>
          <span>
            <strong>{document.kind}</strong> {document.issuer} <span className="k-figures">{document.number}</span>
          </span>
          <span className="k-row k-gap-2">
            <Chip>{t(`procurement.capability.document.state.${document.state}`)}</Chip>
            {document.validTo !== null && (
              <span>
                {t("procurement.capability.document.valid_to")} <DateText date={document.validTo} />
              </span>
            )}
            {document.fileId !== null && <Download id={document.fileId} name={document.kind} />}
          </span>
          {editable && document.state === "held" && (
            <CheckField
              label={t("procurement.capability.review.accredited")}
              checked={accredited.includes(at)}
              onChange={(event) => onChange(event.target.checked ? [...accredited, at] : accredited.filter((held) => held !== at))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A link to a file cannot carry the workspace header, so the file is fetched and handed over. */
function Download({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const fetchFile = async () => {
    setFailed(false);
    const answer = await fetch(`/files/${id}`, { headers: ownHeaders() }).catch(() => null);
    if (!answer?.ok) return setFailed(true);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <>
      <Button kind="quiet" small onClick={() => void fetchFile()}>
        {t("procurement.capability.review.download")}
      </Button>
      {failed && <span role="alert">{t("ui.no_answer")}</span>}
    </>
  );
}
