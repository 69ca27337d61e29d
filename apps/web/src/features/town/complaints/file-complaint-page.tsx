import type { ComplaintMatter } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { OptionField } from "#ui/choices.tsx";
import { CheckField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { SearchSelect } from "#ui/search-select.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";

type Input = Inputs["town"]["complaint"]["file"];
const matters = ["quality", "delivery", "payment", "conduct", "service", "other"] as const satisfies readonly ComplaintMatter[];

type Draft = {
  readonly about: "member" | "administration";
  readonly party: string | null;
  readonly matter: ComplaintMatter;
  readonly title: string;
  readonly text: string;
  readonly nameShown: boolean;
  readonly files: readonly Uploaded[];
};
const blank: Draft = { about: "member", party: null, matter: "quality", title: "", text: "", nameShown: false, files: [] };

const inputOf = ({ about, party, matter, title, text, nameShown, files }: Draft): Input => ({
  about: about === "member" ? { about, organisationId: (party ?? "") as never } : { about },
  matter,
  title: title.trim(),
  text: text.trim(),
  nameShown,
  files: files.map(({ id }) => id as Input["files"][number]),
});

/** The complaint form: of whom, what about, and whether the other side may know who complains. */
export function FileComplaintPage() {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [draft, setDraft, forget] = useKept<Draft>("complaint", blank);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((held) => ({ ...held, ...change }));
  const filing = useSubmit<Input, { id: string }>({
    send: (input, call) => client.town.complaint.file.mutate(input, call),
    refresh: ["town.complaint"],
    onDone: ({ id }) => {
      forget();
      toast(t("town.complaint.filed"));
      void navigate({ to: "/complaints/$id", params: { id } });
    },
  });
  const lacks = {
    party: draft.about === "member" && draft.party === null,
    title: draft.title.trim().length < 4,
    text: draft.text.trim().length < 10,
  };
  const file = () => {
    setTried(true);
    if (!Object.values(lacks).some(Boolean)) void filing.submit(inputOf(draft));
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("article [aria-invalid=true]")?.focus());
  };
  return (
    <Page
      title={t("town.complaint.do.file")}
      subtitle={t("town.complaint.subtitle")}
      back={<AppLink to="/complaints">{t("shell.nav.complaints")}</AppLink>}
    >
      <Card>
        <Stack gap={4}>
          <About draft={draft} onChange={set} error={tried && lacks.party ? t("town.complaint.party_needed") : undefined} />
          <SelectField
            label={t("town.complaint.matter")}
            choices={matters.map((value) => ({ value, label: t(`town.complaint.matter.${value}`) }))}
            value={draft.matter}
            onChange={(event) => set({ matter: event.target.value as ComplaintMatter })}
          />
          <TextField
            label={t("town.complaint.title")}
            required
            maxLength={80}
            error={tried && lacks.title ? t("ui.issue.too_small") : undefined}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
          <TextArea
            label={t("town.complaint.text")}
            required
            rows={7}
            maxLength={4000}
            hint={t("town.complaint.text_hint")}
            error={tried && lacks.text ? t("ui.issue.too_small") : undefined}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <UploadList label={t("town.complaint.files")} purpose="complaint" value={draft.files} onChange={(files) => set({ files })} />
          <CheckField
            label={t("town.complaint.name_shown")}
            hint={t("town.complaint.name_hint")}
            checked={draft.nameShown}
            onChange={(event) => set({ nameShown: event.target.checked })}
          />
          {filing.problem !== null && <Notice tone="bad">{filing.problem}</Notice>}
          <Row end>
            <Button kind="primary" busy={filing.busy} onClick={file}>
              {t("town.complaint.do.file")}
            </Button>
          </Row>
        </Stack>
      </Card>
    </Page>
  );
}

type AboutProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void; readonly error: string | undefined };

function About({ draft, onChange, error }: AboutProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState("");
  const found = useQuery({
    ...useTRPC().town.complaint.parties.queryOptions({ text: text.trim() }),
    enabled: draft.about === "member" && text.trim().length > 0,
  });
  const [known, setKnown] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  const fresh = (found.data ?? []).map((party) => ({ value: party.organisationId as string, label: nameIn(i18n.language, party) }));
  const held = known.filter(({ value }) => value === draft.party && !fresh.some((one) => one.value === value));
  return (
    <>
      <OptionField
        label={t("town.complaint.about")}
        choices={[
          { value: "member" as const, label: t("town.complaint.about.member") },
          {
            value: "administration" as const,
            label: t("town.complaint.about.administration"),
            hint: t("town.complaint.about.administration_hint"),
          },
        ]}
        value={draft.about}
        onChange={(about) => onChange({ about })}
      />
      {draft.about === "member" && (
        <SearchSelect
          label={t("town.complaint.party")}
          required
          hint={t("town.complaint.party_hint")}
          error={error}
          choices={[...held, ...fresh]}
          value={draft.party}
          onSearch={setText}
          onChange={(party) => {
            setKnown([...held, ...fresh]);
            onChange({ party });
          }}
        />
      )}
    </>
  );
}
