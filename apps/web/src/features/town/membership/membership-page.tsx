import { useQuery } from "@tanstack/react-query";
import { keptWay } from "#lib/onward.ts";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Card, Facts, Stack } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { Steps } from "#ui/timeline.tsx";
import { Notes } from "../parts/notes.tsx";
import { useReasonWords } from "../parts/reason.ts";
import { signOf } from "../parts/signs.ts";
import { AgainDialog } from "./again-dialog.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { LeaveTown } from "./leave-town.tsx";
import "../town.css";

export type Own = Outputs["town"]["membership"]["mine"][number];

/** What happens with an application, what is asked, and how one's standing in this town is. */
export function MembershipPage() {
  const { t, i18n } = useTranslation();
  const { current } = useSession();
  const mine = useQuery(useTRPC().town.membership.mine.queryOptions());
  const again = useOpen();
  const way = current === null ? null : keptWay(current.organisation.id);
  const ended = mine.data?.every(({ membership: { state } }) => state === "rejected" || state === "withdrawn" || state === "left") ?? false;
  const organisation = current === null ? "" : nameIn(i18n.language, current.organisation);
  const town = current === null ? "" : nameIn(i18n.language, current.town);
  return (
    <Page
      title={t("town.membership.page")}
      subtitle={`${organisation} · ${town}`}
      primary={
        ended && (
          <Button kind="primary" onClick={again.open}>
            {t("town.membership.apply_again")}
          </Button>
        )
      }
    >
      {way !== null && (
        <Notice action={<LinkButton to={way as string}>{t("town.membership.go_on")}</LinkButton>}>{t("town.membership.went_for")}</Notice>
      )}
      <Unread query={mine} />
      {mine.isSuccess && mine.data.length === 0 && (
        <Empty action={<Button onClick={again.open}>{t("town.membership.apply_again")}</Button>}>{t("town.membership.none")}</Empty>
      )}
      {mine.isSuccess && mine.data.map((own) => <MembershipCard key={own.membership.id} own={own} />)}
      {again.opened && current !== null && <AgainDialog townId={current.town.id} last={mine.data?.[0] ?? null} onClose={again.close} />}
    </Page>
  );
}

const way = ["applied", "under_review", "active"] as const;

function MembershipCard({ own }: { readonly own: Own }) {
  const { t } = useTranslation();
  const { membership, notes, actions } = own;
  const { state } = membership;
  const onWay = way.some((step) => step === state);
  return (
    <Card title={t(`town.kind.${membership.kind}`)} actions={<StatusTag sign={signOf[state]}>{t(`town.state.${state}`)}</StatusTag>}>
      <Stack gap={4}>
        {onWay && (
          <Steps label={t("town.membership.page")} current={state} steps={way.map((key) => ({ key, label: t(`town.state.${key}`) }))} />
        )}
        <Next own={own} />
        <Standing own={own} />
        {notes.length > 0 && <Notes notes={notes} />}
        {actions.includes("answer") && <AnswerForm own={own} />}
        {actions.includes("leave") && <LeaveTown own={own} />}
        {actions.includes("withdraw") && <Withdraw own={own} />}
      </Stack>
    </Card>
  );
}

function Standing({ own: { membership, licence } }: { readonly own: Own }) {
  const { t } = useTranslation();
  const decidedAt = "decidedAt" in membership ? membership.decidedAt : null;
  return (
    <Facts
      rows={[
        { name: t("town.file.number"), value: <span className="k-figures">{membership.file.number}</span> },
        { name: t("town.file.applied_at"), value: <Moment at={membership.appliedAt} /> },
        ...(decidedAt === null ? [] : [{ name: t("town.file.decided_at"), value: <Moment at={decidedAt} /> }]),
        ...(licence === null ? [] : [{ name: t("town.join.licence"), value: licence.name }]),
      ]}
    />
  );
}

/** One sentence on where it stands and whose turn it is. */
function Next({ own: { membership } }: { readonly own: Own }) {
  const { t } = useTranslation();
  const reason = useReasonWords();
  switch (membership.state) {
    case "applied":
      return <Notice>{t("town.membership.next.applied")}</Notice>;
    case "under_review":
      return membership.waitingFor === "applicant" ? (
        <Notice tone="doubt">{t("town.membership.next.asked")}</Notice>
      ) : (
        <Notice>{t("town.membership.next.under_review")}</Notice>
      );
    case "active":
      return (
        <Notice tone="good" action={<LinkButton to="/workbench">{t("shell.nav.workbench")}</LinkButton>}>
          {t("town.membership.next.active")}
        </Notice>
      );
    case "suspended":
      return (
        <Notice tone="bad">
          <p>
            {t("town.membership.next.suspended", { reason: reason(membership.reasonCode) })}
            {membership.suspendedUntil !== null && (
              <>
                {" "}
                {t("town.membership.until")} <Moment at={membership.suspendedUntil} />
              </>
            )}
          </p>
          {membership.reasonText !== "" && <p>{membership.reasonText}</p>}
        </Notice>
      );
    case "rejected":
      return (
        <Notice tone="bad">
          <p>{t("town.membership.next.rejected", { reason: reason(membership.reasonCode) })}</p>
          <p>{membership.reasonText}</p>
        </Notice>
      );
    case "left":
    case "withdrawn":
      return <Notice>{t(`town.membership.next.${membership.state}`)}</Notice>;
  }
}

function Withdraw({ own: { membership } }: { readonly own: Own }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const asking = useOpen();
  const withdrawing = useSubmit({
    send: (input: { membershipId: typeof membership.id; version: number }, call) => client.town.membership.withdraw.mutate(input, call),
    refresh: ["town", "platform.session"],
    onDone: asking.close,
  });
  return (
    <div>
      <Button kind="quiet" onClick={asking.open}>
        {t("town.membership.withdraw.do")}
      </Button>
      <Confirm
        opened={asking.opened}
        onClose={asking.close}
        title={t("town.membership.withdraw.ask")}
        confirm={t("town.membership.withdraw.do")}
        danger
        busy={withdrawing.busy}
        onConfirm={() => void withdrawing.submit({ membershipId: membership.id, version: membership.version })}
      >
        <p>{t("town.membership.withdraw.what")}</p>
        {withdrawing.problem !== null && <Notice tone="bad">{withdrawing.problem}</Notice>}
      </Confirm>
    </div>
  );
}
