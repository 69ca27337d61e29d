import { RequestId, type RequestTerms } from "@jizhen/domain-procurement";
import { localDateAt } from "@jizhen/kernel";
import { PackCode } from "@jizhen/spec";
import { skipToken, useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { serverNow } from "#lib/clock.ts";
import { momentText } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { closesAtOf, gapsOf, type PostForm, termsOf, titleOf } from "./form.ts";
import { type OnForm, PostBody, PublishButton, SaveButton } from "./post-form.tsx";

/** A request that the server knows already: a draft to go on with, or one on the market to amend. */
export type Stored = { readonly id: string; readonly version: number; readonly quoting: boolean };

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

/** Page, form, and the ways to send it. Nothing typed is touched by a refusal: its words stand above the form. */
export function PostScreen({ title, form, onForm, stored, onPublished, onSaved, extra, notice }: PostScreenProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const { current } = useSession();
  const pack = PackCode.safeParse(current?.town.pack);
  const sending = useSending({ form, stored, onPublished, onSaved });
  const sure = useOpen();
  const now = serverNow();
  const gaps = gapsOf(form, now, localDateAt(now));
  const amending = stored?.quoting === true;
  const label = t(amending ? "procurement.request.post.amend" : "procurement.request.post.publish");
  return (
    <Page
      title={title}
      subtitle={form.lines.length > 0 && stored === null ? t("procurement.request.post.kept_here") : undefined}
      actions={
        <>
          {extra}
          <SaveButton busy={sending.save.busy} onSave={amending || form.lines.length === 0 ? null : sending.saveNow} />
        </>
      }
      primary={form.lines.length === 0 ? undefined : <PublishButton label={label} gaps={gaps} onPublish={sure.open} />}
    >
      {notice}
      {sending.problem !== null && <Notice tone="bad">{sending.problem}</Notice>}
      <PostBody form={form} onForm={onForm} pack={pack.success ? pack.data : null} keptTerms={amending} />
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.request.post.publish_title")}
        confirm={t("procurement.request.post.publish_sure")}
        busy={sending.publish.busy}
        onConfirm={() => void sending.publishNow().then(sure.close)}
      >
        <strong>{titleOf(form, locale)}</strong>
        <p>
          {t(`procurement.request.post.reach.${form.reach}`)} · {t(`procurement.request.sealing.${form.sealing}`)} ·{" "}
          {t("procurement.request.post.closes_at", { at: momentText(closesAtOf(form.closing, now), locale) })}
        </p>
        <p>{t("procurement.request.post.publish_frozen")}</p>
      </Confirm>
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
    stored === null ? null : { requestId: RequestId.parse(stored.id), version: stored.version },
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
  const terms = () => {
    const read = termsOf({ ...form, place: form.place || "-" }, locale);
    return read === null ? null : { ...read, standstillDays: Math.max(read.standstillDays, town.data?.market.standstillDays ?? 0) };
  };
  const saveNow = () => {
    const input = terms();
    if (input === null) toast(t("procurement.request.post.missing", { count: 1 }), "info");
    else void save.submit({ seen: known.current, terms: input });
  };
  const publishNow = async () => {
    const input = terms();
    if (input !== null) await publish.submit({ terms: input, closesAt: closesAtOf(form.closing, serverNow()) });
  };
  return { save, publish, saveNow, publishNow, problem: save.problem ?? publish.problem };
}
