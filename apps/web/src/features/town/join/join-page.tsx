import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { dropDraft, readDraft, useDraft } from "#lib/draft.ts";
import { useKept } from "#lib/kept.ts";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { chooseWorkspace } from "#lib/workspace.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Card, Quiet } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { Notice } from "#ui/states.tsx";
import { Steps } from "#ui/timeline.tsx";
import { mend } from "../parts/mend.ts";
import { AccountForm, nobody } from "../person/account-form.tsx";
import { pathWithin } from "../person/auth.ts";
import { ApplicationStep } from "./application-step.tsx";
import { ApplicationSchema, applicationOf, EntrySchema, entryOf, isJoinForm, type JoinForm, joinFor, type RegisterInput } from "./form.ts";
import { OrganisationStep } from "./organisation-step.tsx";
import "../town.css";

const draftKey = "town.join";
const organisationFields = new Set(["number", "shownExactly", "nameZh", "nameEn", "country"]);
type At = "organisation" | "application";

/** Screen 6: account, organisation by its number, town and licence. What is typed stays on this device until it is sent. */
export function JoinPage() {
  const { t } = useTranslation();
  const { query, session, person } = useSession();
  const { back } = useSearch({ from: "/join" });
  const [at, setAt, forgetAt] = useKept<At>("town.join.at", "organisation");
  const router = useRouter();
  // Whoever has a firm already came for what lies behind this page.
  const through = back !== undefined && (session?.workspaces.length ?? 0) > 0;
  useEffect(() => {
    if (through) router.history.replace(pathWithin(back));
  }, [through, back, router]);
  const current = person === null ? "account" : at;
  const steps = (["account", "organisation", "application", "decision"] as const).map((key) => ({
    key,
    label: t(`town.join.step.${key}`),
  }));
  return (
    <PublicFrame wide>
      <Page title={t("shell.title.join")} subtitle={t("town.join.subtitle")}>
        <Steps label={t("shell.title.join")} steps={steps} current={current} />
        <Unread query={query} />
        {back !== undefined && <Notice>{t("town.join.then_back")}</Notice>}
        {query.isSuccess && person === null && <AccountStep />}
        {query.isSuccess && person !== null && !through && <FirmSteps at={at} onStep={setAt} onJoined={forgetAt} />}
      </Page>
    </PublicFrame>
  );
}

/** The town of the request that was being looked at: its id stands in the address to go back to. */
const townIn = (back: string | undefined): string | null => new URLSearchParams(back?.split("?")[1] ?? "").get("town");

function AccountStep() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const kept = useKept("town.account", nobody);
  const [mode, setMode] = useState<"open" | "sign_in">("open");
  const other = mode === "open" ? "sign_in" : "open";
  return (
    <Card title={t(mode === "open" ? "town.join.step.account" : "shell.sign_in")}>
      <AccountForm key={mode} mode={mode} kept={kept} onDone={() => void queries.resetQueries()} />
      <Quiet>{t(mode === "open" ? "town.person.have_account" : "town.person.new_here")}</Quiet>
      <Button onClick={() => setMode(other)}>{t(other === "open" ? "town.person.open" : "shell.sign_in")}</Button>
    </Card>
  );
}

type StepsProps = { readonly at: At; readonly onStep: (at: At) => void; readonly onJoined: () => void };

function FirmSteps({ at, onStep, onJoined }: StepsProps) {
  const navigate = useNavigate();
  const client = useTRPCClient();
  const { t } = useTranslation();
  const { town, back } = useSearch({ from: "/join" });
  const { person } = useSession();
  const router = useRouter();
  const form = useForm<JoinForm>({ defaultValues: readDraft(draftKey, isJoinForm) ?? joinFor(person?.name ?? "") });
  const [licence, setLicence, forgetLicence] = useKept<Uploaded[]>("town.join.licence", []);
  const sent = useRef(false);
  useDraft(draftKey, sent.current ? null : form.watch());
  useEffect(() => {
    document.querySelector<HTMLElement>("main form :is(input, select):not([type=radio])")?.focus();
  }, [at]);
  // A field of the step before is mended there.
  const fieldOf = (path: string): string => {
    const name = organisationFields.has(path) ? `organisation.${path}` : path === "consentEdition" ? "consent" : path;
    if (name.startsWith("organisation.")) onStep("organisation");
    return name;
  };
  const registering = useSubmit<RegisterInput, { organisationId: string; townId: string }, JoinForm>({
    send: (input, call) => client.town.organisation.register.mutate(input, call),
    refresh: ["platform.session"],
    form,
    fieldOf,
    onDone: ({ organisationId, townId }) => {
      sent.current = true;
      dropDraft(draftKey);
      forgetLicence();
      onJoined();
      chooseWorkspace(`${townId}/${organisationId}`);
      if (back === undefined) void navigate({ to: "/membership" });
      else router.history.replace(pathWithin(back));
    },
  });
  const send = (consentEdition: string) => {
    form.clearErrors();
    const values = form.getValues();
    const organisation = mend(form, EntrySchema, entryOf(values), (path) => fieldOf(`organisation.${path}`));
    const application = mend(form, ApplicationSchema, applicationOf(values.application, licence), (path) => `application.${path}`);
    if (!values.consent) form.setError("consent", { type: "mend", message: t("town.join.consent_needed") });
    if (values.townId === "") form.setError("townId", { type: "mend", message: t("ui.issue.invalid_type") }, { shouldFocus: true });
    if (organisation === null || application === null || values.townId === "" || !values.consent) return;
    const townId = values.townId as RegisterInput["townId"];
    void registering.submit({ townId, organisation, kind: values.kind, application, consentEdition });
  };
  if (at === "organisation") return <OrganisationStep form={form} onDone={() => onStep("application")} />;
  return (
    <ApplicationStep
      form={form}
      askedTown={town ?? townIn(back)}
      licence={licence}
      onLicence={setLicence}
      busy={registering.busy}
      problem={registering.problem}
      onBack={() => onStep("organisation")}
      onSend={send}
    />
  );
}
