import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { dateText } from "#lib/format.ts";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Card, Facts, Quiet, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText, Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { FileLinks } from "../parts/file-links.tsx";
import "../town.css";
import { Due, StateTag } from "./parts.tsx";
import { StepDialog } from "./step-dialog.tsx";

export type Complaint = Outputs["town"]["complaint"]["get"];
type Answer = NonNullable<Complaint["answer"]>;

/** As a party reads it. An older message leads the desk here, too; it goes on to its own address, so that the menu says where one is. */
export function ComplaintPage() {
  const { id } = useParams({ from: "/complaints/$id" });
  return <OneComplaint id={id} at="parties" />;
}

export function DeskComplaintPage() {
  const { id } = useParams({ from: "/town/complaints/$id" });
  return <OneComplaint id={id} at="desk" />;
}

/** One complaint as its reader may see it. */
function OneComplaint({ id, at }: { readonly id: string; readonly at: "desk" | "parties" }) {
  const { t } = useTranslation();
  const query = useQuery(useTRPC().town.complaint.get.queryOptions({ complaintId: id as Complaint["id"] }));
  const [step, setStep] = useState<Complaint["actions"][number] | null>(null);
  const desk = query.data?.side === "desk";
  const [first, ...others] = query.data?.actions ?? [];
  if (query.data && desk !== (at === "desk"))
    return <Navigate to={desk ? "/town/complaints/$id" : "/complaints/$id"} params={{ id }} replace />;
  return (
    <Page
      title={query.data?.title ?? t("shell.nav.complaints")}
      sign={query.data && <StateTag state={query.data.state} />}
      back={<AppLink to={desk ? "/town/complaints" : "/complaints"}>{t(desk ? "town.complaint.desk" : "shell.nav.complaints")}</AppLink>}
      primary={
        first !== undefined && (
          <Button kind="primary" onClick={() => setStep(first)}>
            {t(`town.complaint.do.${first}`)}
          </Button>
        )
      }
      actions={
        others.length > 0 &&
        others.map((other) => (
          <Button key={other} onClick={() => setStep(other)}>
            {t(`town.complaint.do.${other}`)}
          </Button>
        ))
      }
    >
      <Asked query={query}>
        {(complaint) => (
          <Stack>
            {desk && complaint.actions.length === 0 && complaint.dueOn !== null && complaint.state !== "answered" && (
              <Notice tone="info">{t("town.complaint.concerned")}</Notice>
            )}
            <Content complaint={complaint} />
            <Course complaint={complaint} />
            {step !== null && <StepDialog complaint={complaint} step={step} onClose={() => setStep(null)} />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Content({ complaint }: { readonly complaint: Complaint }) {
  const { t, i18n } = useTranslation();
  const { complainant, respondent, files } = complaint;
  return (
    <Card title={t("town.complaint.content")}>
      <Stack gap={3}>
        <p className="t-words">{complaint.text}</p>
        <Facts
          rows={[
            { name: t("town.complaint.number"), value: complaint.number },
            { name: t("town.complaint.matter"), value: t(`town.complaint.matter.${complaint.matter}`) },
            {
              name: t("town.complaint.complainant"),
              value: (
                <Row gap={1}>
                  {complainant === null ? t("town.complaint.withheld") : nameIn(i18n.language, complainant)}
                  {complaint.side === "desk" && !complaint.nameShown && <Chip tone="note">{t("town.complaint.withheld")}</Chip>}
                </Row>
              ),
            },
            { name: t("town.complaint.respondent"), value: nameIn(i18n.language, respondent) },
            { name: t("town.complaint.at"), value: <Moment at={complaint.filedAt} /> },
            { name: t("town.complaint.due"), value: <Due line={complaint} /> },
          ]}
        />
        {files.length > 0 && <FileLinks files={files} />}
        {complaint.filesWithheld && <Quiet>{t("town.complaint.files_withheld")}</Quiet>}
      </Stack>
    </Card>
  );
}

/** What has happened to it since. */
function Course({ complaint }: { readonly complaint: Complaint }) {
  const { t, i18n } = useTranslation();
  const { earlier, extension, hearing, statement, answer, reason, closedHow } = complaint;
  if (earlier === null && extension === null && hearing === null && reason === null) return <></>;
  return (
    <Card title={t("town.complaint.course")}>
      <Stack gap={4}>
        {reason !== null && <Said name={t("town.complaint.reason")} text={reason} at={null} />}
        {earlier !== null && (
          <>
            <Given name={t("town.complaint.earlier")} answer={earlier.answer} />
            <Said name={t("town.complaint.reopen_reason")} text={earlier.reason} at={earlier.at} />
          </>
        )}
        {extension !== null && (
          <Notice tone="doubt">
            {t("town.complaint.extended", { before: dateText(extension.before, localeOf(i18n.language)), reason: extension.reason })}
          </Notice>
        )}
        {hearing !== null && (
          <>
            <Said name={t("town.complaint.question")} text={hearing.question} at={hearing.at} />
            {complaint.state === "hearing" && (
              <Quiet>
                {t("town.complaint.state_by")} <DateText date={hearing.stateBy} />
              </Quiet>
            )}
            {complaint.side !== "complainant" && statement === null && <Quiet>{t("town.complaint.statement_missing")}</Quiet>}
          </>
        )}
        {statement !== null && (
          <Said
            name={t(complaint.side === "respondent" ? "town.complaint.statement_own" : "town.complaint.statement")}
            text={statement.text}
            at={statement.at}
          />
        )}
        {answer !== null && <Given name={t("town.complaint.answer")} answer={answer} />}
        {closedHow !== null && <Quiet>{t(`town.complaint.closed.${closedHow}`)}</Quiet>}
      </Stack>
    </Card>
  );
}

function Said({ name, text, at }: { readonly name: string; readonly text: string; readonly at: Date | null }) {
  return (
    <section>
      <h3>{name}</h3>
      {at !== null && (
        <Quiet>
          <Moment at={at} />
        </Quiet>
      )}
      <p className="t-words">{text}</p>
    </section>
  );
}

function Given({ name, answer: { outcome, text, at } }: { readonly name: string; readonly answer: Answer }) {
  const { t } = useTranslation();
  return <Said name={`${name} · ${t(`town.complaint.outcome.${outcome}`)}`} text={text} at={at} />;
}
