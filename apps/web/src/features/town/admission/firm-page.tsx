import type { MembershipId } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Card, Facts, Quiet, Stack, WithAside } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { DocumentTable } from "../documents/documents-page.tsx";
import { MeasureTable } from "../measures/measure-table.tsx";
import { type Proposal, ProposeDialog } from "../measures/propose-dialog.tsx";
import { useEntries } from "../members/log-list.tsx";
import { RoleChips } from "../members/seat-table.tsx";
import { Notes } from "../parts/notes.tsx";
import { useReasonWords } from "../parts/reason.ts";
import { signOf } from "../parts/signs.ts";
import { type Decision, DecisionDialog } from "./decision-dialogs.tsx";
import { FileFacts } from "./file-facts.tsx";
import { LicenceCard } from "./licence-card.tsx";
import "../town.css";

export type FirmFile = Outputs["town"]["membership"]["get"];

/** Screen 35, the file of a firm: the licence beside the number, what is doubtful first, one decision at a time. */
export function FirmPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/town/members/$id" });
  const file = useQuery(useTRPC().town.membership.get.queryOptions({ membershipId: id as MembershipId }));
  if (!file.isSuccess) return <Unread query={file} action={<AppLink to="/town/members">{t("shell.nav.admission")}</AppLink>} />;
  return <Firm file={file.data} />;
}

const primaryOrder = ["takeUp", "admit", "reinstate"] as const satisfies readonly Decision[];

function Firm({ file }: { readonly file: FirmFile }) {
  const { t, i18n } = useTranslation();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const { membership, actions } = file;
  const primary = primaryOrder.find((action) => actions.includes(action));
  const others = (["ask", "refuse", "suspend"] as const).filter((action) => actions.includes(action));
  const proposals: Proposal[] = [
    ...(file.mayRecoverOwner ? (["recover"] as const) : []),
    ...(actions.includes("end") ? (["end"] as const) : []),
  ];
  return (
    <Page
      title={nameIn(i18n.language, membership.file)}
      sign={<StatusTag sign={signOf[membership.state]}>{t(`town.state.${membership.state}`)}</StatusTag>}
      subtitle={`${t(`town.kind.${membership.kind}`)}${membership.visiting ? ` · ${t("town.list.visiting")}` : ""}`}
      back={<AppLink to="/town/members">{t("shell.nav.admission")}</AppLink>}
      primary={
        primary !== undefined && (
          <Button kind="primary" onClick={() => setDeciding(primary)}>
            {t(`town.do.${primary}`)}
          </Button>
        )
      }
      actions={
        others.length + proposals.length > 0 && (
          <>
            {others.map((action) => (
              <Button key={action} kind={action === "suspend" ? "danger" : "secondary"} onClick={() => setDeciding(action)}>
                {t(`town.do.${action}`)}
              </Button>
            ))}
            {proposals.map((one) => (
              <Button key={one} onClick={() => setProposal(one)}>
                {t(`town.measure.${one}`)}
              </Button>
            ))}
          </>
        )
      }
    >
      <Standing file={file} />
      <WithAside aside={<Aside file={file} />}>
        {file.measures.length > 0 && (
          <Card title={t("town.measure.page")} flush>
            <MeasureTable caption={t("town.measure.page")} lines={file.measures} empty="" />
          </Card>
        )}
        <LicenceCard file={file} />
        <FileFacts file={file} />
        {file.documents.length > 0 && (
          <Card title={t("town.document.page")} flush>
            <DocumentTable caption={t("town.document.page")} lines={file.documents} required={[]} empty={<></>} />
          </Card>
        )}
        {file.notes.length > 0 && (
          <Card title={t("town.file.notes")}>
            <Notes notes={file.notes} />
          </Card>
        )}
      </WithAside>
      {proposal !== null && <ProposeDialog file={file} proposal={proposal} onClose={() => setProposal(null)} />}
      {deciding !== null && <DecisionDialog file={file} decision={deciding} onClose={() => setDeciding(null)} />}
    </Page>
  );
}

/** What matters before anything is read: suspended why, waiting for whom, refused why. */
function Standing({ file: { membership } }: { readonly file: FirmFile }) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  if (membership.state === "under_review" && membership.waitingFor === "applicant")
    return <Notice tone="doubt">{t("town.file.waiting")}</Notice>;
  if (membership.state === "rejected" || membership.state === "suspended") {
    return (
      <Notice tone="bad">
        <p>
          {t("ui.pair", { name: t(`town.state.${membership.state}`), value: reason(membership.reasonCode) })} {membership.reasonText}
        </p>
        {membership.state === "suspended" && (
          <p>
            {membership.suspendedUntil === null ? (
              t("town.file.open_ended")
            ) : (
              <>
                {t("town.membership.until")} <Moment at={membership.suspendedUntil} />
              </>
            )}
            {membership.suspendedBy === "home" && ` · ${t("town.membership.set_at_home")}`}
          </p>
        )}
      </Notice>
    );
  }
  return <></>;
}

function Aside({ file }: { readonly file: FirmFile }) {
  const { t } = useTranslation();
  const entries = useEntries(file.timeline);
  return (
    <>
      <Card title={t("town.file.people")}>
        <Stack gap={3}>
          {file.people.map(({ name, email, roles }) => (
            <Facts
              key={email}
              rows={[
                { name, value: <RoleChips roles={roles as Parameters<typeof RoleChips>[0]["roles"]} /> },
                { name: t("town.person.email"), value: email },
              ]}
            />
          ))}
        </Stack>
      </Card>
      <Card title={t("town.file.history")}>
        {entries.length === 0 ? (
          <Quiet>{t("town.log.none")}</Quiet>
        ) : (
          <Timeline entries={entries.map(({ detail: _, ...entry }) => entry)} />
        )}
      </Card>
    </>
  );
}
