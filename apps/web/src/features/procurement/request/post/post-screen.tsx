import type { RequestId, RequestTerms } from "@jizhen/domain-procurement";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { skipToken, useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useRef } from "react";
import { serverNow } from "#lib/clock.ts";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Loading, Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { OnForm, PostForm } from "./blank.ts";
import { Box } from "./box.tsx";
import { rules, written } from "./rules.ts";
import "./post.css";

/** A request that the server knows already: a draft to go on with, or one on the market to amend. */
export type Stored = { readonly id: RequestId; readonly version: number; readonly quoting: boolean };

type PostScreenProps = {
  readonly title: string;
  readonly form: PostForm;
  readonly onForm: OnForm;
  readonly stored: Stored | null;
  readonly onPublished: (words: string, id: string) => void;
  readonly onSaved: (id: string) => void;
  readonly extra?: ReactNode;
  readonly notice?: ReactNode;
};

const Written = lazy(async () => ({ default: (await written()).Written }));
const Publish = lazy(async () => ({ default: (await written()).Publish }));

/**
 * Page, form, and the ways to send it. Nothing typed is touched by a refusal: its words stand above the form. The box stands at once; what
 * needs lines comes with the rules that read them.
 */
export function PostScreen({ title, form, onForm, stored, onPublished, onSaved, extra, notice }: PostScreenProps) {
  const { t } = useTranslation();
  const { current } = useSession();
  const sending = useSending({ form, stored, onPublished, onSaved });
  const amending = stored?.quoting === true;
  const lined = form.lines.length > 0;
  return (
    <Page
      title={title}
      subtitle={lined && stored === null ? t("procurement.request.post.kept_here") : undefined}
      actions={
        <>
          {extra}
          {lined && !amending && (
            <Button
              icon={<IconDeviceFloppy size={18} aria-hidden="true" />}
              busy={sending.save.busy}
              onClick={() => void sending.saveNow()}
            >
              {t("procurement.request.post.save")}
            </Button>
          )}
        </>
      }
      primary={
        lined && (
          <Suspense fallback={null}>
            <Publish
              label={t(amending ? "procurement.request.post.amend" : "procurement.request.post.publish")}
              form={form}
              busy={sending.publish.busy}
              onPublish={sending.publishNow}
            />
          </Suspense>
        )
      }
    >
      {notice}
      {sending.problem !== null && <Notice tone="bad">{sending.problem}</Notice>}
      <Box form={form} onForm={onForm} pack={current?.town.pack ?? null} />
      {lined && (
        <Suspense fallback={<Loading />}>
          <Written form={form} onForm={onForm} keptTerms={amending} />
        </Suspense>
      )}
    </Page>
  );
}

type Sending = Pick<PostScreenProps, "form" | "stored" | "onPublished" | "onSaved">;

/** Saving, publishing and amending. A publication saves first, so that what goes out is what stands on the screen. */
function useSending({ form, stored, onPublished, onSaved }: Sending) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const client = useTRPCClient();
  const trpc = useTRPC();
  const { current } = useSession();
  const town = useQuery({
    ...trpc.town.town.get.queryOptions(current === null ? skipToken : { townId: current.town.id as never }),
    staleTime: 600_000,
  });
  const refresh = ["procurement.request"];
  const known = useRef<{ requestId: RequestId; version: number } | null>(
    stored === null ? null : { requestId: stored.id, version: stored.version },
  );
  const saved = useRef<{ submission: string; requestId: RequestId; version: number } | null>(null);
  const save = useSubmit({
    send: (input: Inputs["procurement"]["request"]["save"], call) => client.procurement.request.save.mutate(input, call),
    refresh,
    onDone: ({ id }) => {
      toast(t("procurement.request.post.saved"));
      onSaved(id);
    },
  });
  const publish = useSubmit({
    send: async ({ terms, closesAt }: { terms: RequestTerms; closesAt: Date }, call) => {
      const seen = known.current;
      if (seen !== null && stored?.quoting)
        return { ...(await client.procurement.request.amend.mutate({ ...seen, terms, closesAt }, call)), number: null };
      // The draft that a refused publication leaves behind is used again, and a save whose answer was lost is not done twice.
      const submission = call.context.idempotencyKey;
      if (saved.current?.submission !== submission) {
        const key = `${submission.slice(0, 24)}-save-${seen?.version ?? "new"}`;
        const draft = await client.procurement.request.save.mutate({ seen, terms }, { context: { idempotencyKey: key } });
        known.current = { requestId: draft.id, version: draft.version };
        saved.current = { submission, ...known.current };
      }
      // A retry of the same content sends the very same publication: when only its answer was lost, the answer comes again.
      const { requestId, version } = saved.current;
      return client.procurement.request.publish.mutate({ requestId, version, closesAt, invite: [] }, call);
    },
    refresh,
    onDone: ({ id, number }) =>
      onPublished(number === null ? t("procurement.request.post.amended") : t("procurement.request.post.published", { number }), id),
  });
  const terms = async () => {
    const { closesAtOf, termsOf } = await rules();
    const read = termsOf({ ...form, place: form.place || "-" }, locale);
    const least = town.data?.market.standstillDays ?? 0;
    return {
      terms: read === null ? null : { ...read, standstillDays: Math.max(read.standstillDays, least) },
      closesAt: closesAtOf(form.closing, serverNow()),
    };
  };
  const saveNow = async () => {
    const { terms: input } = await terms();
    if (input === null) toast(t("procurement.request.post.missing", { count: 1 }), "info");
    else await save.submit({ seen: known.current, terms: input });
  };
  const publishNow = async () => {
    const { terms: input, closesAt } = await terms();
    if (input !== null) await publish.submit({ terms: input, closesAt });
  };
  return { save, publish, saveNow, publishNow, problem: save.problem ?? publish.problem };
}
