import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { dropDraft, readDraft, useDraft, writeDraft } from "#lib/draft.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useWorkspace } from "#lib/workspace.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { emptyForm, isPostForm, type PostForm } from "./blank.ts";
import { PostScreen } from "./post-screen.tsx";

const isText = (value: unknown): value is string => typeof value === "string";

/** A new request. Once it is sent, whoever comes back before the next page has come finds an empty form: what is out is not sent again. */
export function WriteRequest() {
  const [sent, setSent] = useState(0);
  return <Writing key={sent} onSent={() => setSent((count) => count + 1)} />;
}

/** What is written survives reloads and lost connections on this device. */
function Writing({ onSent }: { readonly onSent: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace() ?? "";
  const [draftKey, placeKey] = [`post:${workspace}`, `place:${workspace}`];
  const [start] = useState(() => readDraft(draftKey, isPostForm));
  const [form, setForm] = useState<PostForm>(() => start ?? emptyForm(readDraft(placeKey, isText) ?? ""));
  const [restored, setRestored] = useState(start !== null && start.lines.length > 0);
  const again = useOpen();
  const written = form.lines.length > 0 || form.paste.trim() !== "";
  useDraft(draftKey, written ? form : null);
  const onForm = useCallback((change: (held: PostForm) => PostForm) => setForm(change), []);
  const leave = (words: string, id: string) => {
    dropDraft(draftKey);
    writeDraft(placeKey, form.place);
    toast(words);
    void navigate({ to: "/procurement/requests/$id", params: { id } as never });
    onSent();
  };
  const startOver = () => {
    dropDraft(draftKey);
    setForm(emptyForm(form.place));
    setRestored(false);
    again.close();
  };
  return (
    <>
      <PostScreen
        title={t("procurement.request.post.title")}
        form={form}
        onForm={onForm}
        stored={null}
        onPublished={leave}
        onSaved={(id) => {
          dropDraft(draftKey);
          void navigate({ to: "/procurement/requests/$id/edit", params: { id } as never, replace: true });
          onSent();
        }}
        extra={written ? <Button onClick={again.open}>{t("procurement.request.post.start_over")}</Button> : undefined}
        notice={
          restored ? (
            <Notice
              action={
                <Button kind="quiet" small onClick={() => setRestored(false)}>
                  {t("ui.close")}
                </Button>
              }
            >
              {t("procurement.request.post.restored")}
            </Notice>
          ) : undefined
        }
      />
      <Confirm
        opened={again.opened}
        onClose={again.close}
        title={t("procurement.request.post.start_over")}
        confirm={t("procurement.request.post.start_over")}
        danger
        onConfirm={startOver}
      >
        {t("procurement.request.post.start_over_sure")}
      </Confirm>
    </>
  );
}
