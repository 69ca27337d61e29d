import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useKept } from "#lib/kept.ts";
import { isRefusal, say } from "#lib/say.ts";
import { nameIn, useSession } from "#lib/session.ts";
import { signOut } from "#lib/sign-out.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { chooseWorkspace } from "#lib/workspace.ts";
import { Button } from "#ui/button.tsx";
import { Card, Facts, Quiet, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { Loading, Notice, Problem, Refused } from "#ui/states.tsx";
import { AccountForm, nobody } from "../person/account-form.tsx";
import { RoleChips } from "./seat-table.tsx";
import "../town.css";

type Look = Outputs["town"]["invitation"]["look"];

/** Opened from a link: who invites, as what; then sign in or open an account with that address, and accept. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: "/invitations/$token" });
  const look = useQuery(useTRPC().town.invitation.look.queryOptions({ token }, { retry: false }));
  const { query, person } = useSession();
  return (
    <PublicFrame>
      <Page title={t("shell.title.invitation")}>
        {(look.isPending || query.isPending) && <Loading />}
        {look.isError &&
          (isRefusal(look.error) ? (
            <Refused message={t("town.invitation.unknown")} />
          ) : (
            <Problem message={say(look.error)} onRetry={() => void look.refetch()} />
          ))}
        {look.isSuccess && !query.isPending && (
          <Offer look={look.data} token={token} signedIn={person?.email ?? null} onSignedIn={() => void query.refetch()} />
        )}
      </Page>
    </PublicFrame>
  );
}

type OfferProps = { readonly look: Look; readonly token: string; readonly signedIn: string | null; readonly onSignedIn: () => void };

function Offer({ look, token, signedIn, onSignedIn }: OfferProps) {
  const { t, i18n } = useTranslation();
  const name = nameIn(i18n.language, look.organisation);
  const spent =
    look.state === "accepted" ? "town.invitation.spent" : look.state === "revoked" ? "town.invitation.revoked" : "town.invitation.expired";
  return (
    <Card title={t("town.invite.offer", { name })}>
      <Facts
        rows={[
          { name: t("town.person.email"), value: look.email },
          { name: t("town.members.roles"), value: <RoleChips roles={look.roles} /> },
          { name: t("town.invite.until"), value: <Moment at={look.expiresAt} /> },
        ]}
      />
      {look.state !== "sent" && <Notice tone="doubt">{t(spent)}</Notice>}
      {look.state === "sent" && signedIn === null && <SignInFirst email={look.email} onDone={onSignedIn} />}
      {look.state === "sent" && signedIn !== null && signedIn.toLowerCase() !== look.email && (
        <Notice tone="doubt" action={<Button onClick={() => void signOut()}>{t("shell.sign_out")}</Button>}>
          {t("town.invite.other_account", { email: signedIn })}
        </Notice>
      )}
      {look.state === "sent" && signedIn?.toLowerCase() === look.email && <Accept token={token} name={name} />}
    </Card>
  );
}

function SignInFirst({ email, onDone }: { readonly email: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const kept = useKept(`town.account:${email}`, nobody);
  const [mode, setMode] = useState<"open" | "sign_in">("open");
  return (
    <Stack gap={3}>
      <AccountForm key={mode} mode={mode} email={email} kept={kept} onDone={onDone} />
      <Quiet>{t(mode === "open" ? "town.person.have_account" : "town.person.new_here")}</Quiet>
      <Button onClick={() => setMode(mode === "open" ? "sign_in" : "open")}>
        {t(mode === "open" ? "shell.sign_in" : "town.person.open")}
      </Button>
    </Stack>
  );
}

function Accept({ token, name }: { readonly token: string; readonly name: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const accepting = useSubmit({
    send: (input: { token: string }, call) => client.town.invitation.accept.mutate(input, call),
    refresh: ["town.invitation"],
    onDone: ({ townId, organisationId }) => {
      chooseWorkspace(`${townId}/${organisationId}`);
      location.assign("/workbench");
    },
  });
  return (
    <Stack gap={3}>
      {accepting.problem !== null && <Notice tone="bad">{accepting.problem}</Notice>}
      <Button kind="primary" wide busy={accepting.busy} onClick={() => void accepting.submit({ token })}>
        {t("town.invite.accept", { name })}
      </Button>
    </Stack>
  );
}
