import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { serverNow } from "#lib/clock.ts";
import { useKept } from "#lib/kept.ts";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { countErrors, useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { contentOf, emptyForm, formOf, type OfferForm, specFrom, wrongIn } from "./form.ts";
import { OfferFields } from "./offer-fields.tsx";
import type { OfferShown } from "./offer-page.tsx";
import { OfferSign } from "./offer-signs.tsx";

type Wish = { readonly form: OfferForm; readonly publish: boolean };

/** Writes an offer: saved as a draft or, when it is on sale, as a new revision; published in the same go when wished. */
export function OfferEditor({ offer }: { readonly offer: OfferShown | null }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [kept, keep, forget] = useKept(offer === null ? "offer" : `offer:${offer.id}:${offer.version}`, () => ({
    form: offer === null ? emptyForm : formOf(offer.content),
    spec: offer?.content.spec ?? specFrom(""),
  }));
  const { spec } = kept;
  const setSpec = (next: typeof spec) => keep((held) => ({ ...held, spec: next }));
  const form = useForm<OfferForm>({ defaultValues: kept.form });
  useEffect(() => {
    const { unsubscribe } = form.watch(() => keep((held) => ({ ...held, form: form.getValues() })));
    return unsubscribe;
  }, [form, keep]);
  const isOnSale = offer?.status === "published";
  const { submit, busy, problem } = useSubmit<Wish, { id: string; published: boolean }, OfferForm>({
    send: async ({ form: typed, publish }, call) => {
      const content = contentOf(typed, spec);
      const seen = offer === null ? null : { offerId: offer.id, version: offer.version };
      const saved = await client.trade.offer.save.mutate({ seen, content }, call);
      if (!publish) return { id: saved.id, published: false };
      try {
        await client.trade.offer.publish.mutate({ offerId: saved.id, version: saved.version });
      } catch (error) {
        // What was written is kept; its page is read anew, so the reason is said above it.
        toast(say(error), "info");
        if (offer === null) {
          forget();
          void navigate({ to: "/selling/offers/$id", params: { id: saved.id }, replace: true });
        }
        throw error;
      }
      return { id: saved.id, published: true };
    },
    refresh: ["trade.offer"],
    form,
    fieldOf: (path) => path.replace(/^content\./, ""),
    onDone: ({ id, published }) => {
      forget();
      toast(t(published ? "trade.offer.publish.done" : "trade.offer.save.done"));
      if (offer === null) void navigate({ to: "/selling/offers/$id", params: { id }, replace: true });
    },
  });
  const send = (publish: boolean) =>
    form.handleSubmit((typed) => {
      const wrong = wrongIn(contentOf(typed, spec), publish || isOnSale ? serverNow() : null);
      for (const [index, { path, words }] of wrong.entries()) {
        form.setError(path as "title", { type: "server", message: words }, { shouldFocus: index === 0 });
      }
      if (wrong.length === 0) void submit({ form: typed, publish });
    });
  const wrongs = countErrors(form.formState.errors);
  const publishWords = offer?.status === "paused" ? "trade.offer.publish.again" : "trade.offer.publish.do";
  const primary = (
    <Button kind="primary" wide busy={busy} onClick={() => void send(!isOnSale)()}>
      {t(isOnSale ? "trade.offer.save.do" : publishWords)}
    </Button>
  );
  return (
    <Page
      title={t(offer === null ? "trade.offer.new" : "trade.offer.edit")}
      {...(offer !== null && { sign: <OfferSign status={offer.status} expired={offer.expired} /> })}
      {...(offer !== null && offer.number !== null && { subtitle: <CopyId text={offer.number} /> })}
      back={<AppLink to="/selling/offers">{t("trade.offer.back")}</AppLink>}
      primary={primary}
      actions={
        <Row>
          {!isOnSale && (
            <Button busy={busy} onClick={() => void send(false)()}>
              {t(offer === null || offer.status === "draft" ? "trade.offer.save.draft" : "trade.offer.save.do")}
            </Button>
          )}
          {offer !== null && <OfferEnds offer={offer} />}
        </Row>
      }
    >
      <Stack>
        {wrongs > 0 && <Notice tone="bad">{t("ui.to_mend", { count: wrongs })}</Notice>}
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <OfferFields form={form} spec={spec} onSpec={setSpec} />
      </Stack>
    </Page>
  );
}

/** Pausing can be undone, withdrawing cannot and is asked. */
function OfferEnds({ offer }: { readonly offer: OfferShown }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const { opened, open, close } = useOpen();
  const seen = { offerId: offer.id, version: offer.version };
  const pause = useSubmit({
    send: (input: typeof seen, call) => client.trade.offer.pause.mutate(input, call),
    refresh: ["trade.offer"],
    onDone: () => toast(t("trade.offer.pause.done"), "info"),
  });
  const withdraw = useSubmit({
    send: (input: typeof seen, call) => client.trade.offer.withdraw.mutate({ ...input, reasonText: "" }, call),
    refresh: ["trade.offer"],
    onDone: () => {
      close();
      toast(t("trade.offer.withdraw.done"), "info");
    },
  });
  const problem = pause.problem ?? withdraw.problem;
  return (
    <>
      {offer.actions.includes("pause") && (
        <Button busy={pause.busy} onClick={() => void pause.submit(seen)}>
          {t("trade.offer.pause.do")}
        </Button>
      )}
      {offer.actions.includes("withdraw") && <Button onClick={open}>{t("trade.offer.withdraw.do")}</Button>}
      {problem !== null && !opened && <Notice tone="bad">{problem}</Notice>}
      <Confirm
        opened={opened}
        onClose={close}
        title={t("trade.offer.withdraw.title")}
        confirm={t("trade.offer.withdraw.do")}
        danger
        busy={withdraw.busy}
        onConfirm={() => void withdraw.submit(seen)}
      >
        <Stack gap={3}>
          <p>{t("trade.offer.withdraw.text")}</p>
          {withdraw.problem !== null && <Notice tone="bad">{withdraw.problem}</Notice>}
        </Stack>
      </Confirm>
    </>
  );
}
