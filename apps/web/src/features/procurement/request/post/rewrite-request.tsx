import { RequestId } from "@jizhen/domain-procurement";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { dropDraft, readDraft, useDraft } from "#lib/draft.ts";
import { isRefusal, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Page } from "#ui/page.tsx";
import { Loading, Notice, Problem, Refused } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { isPostForm, newKey, type PostForm } from "./blank.ts";
import { formFrom } from "./form.ts";
import { PostScreen } from "./post-screen.tsx";

type Own = Extract<Outputs["procurement"]["request"]["get"], { role: "buyer" }>;

/** The same screen over a stored request: a draft to finish, or one on the market to amend. */
export function RewriteRequest() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/procurement/requests/$id/edit" });
  const read = RequestId.safeParse(id);
  const trpc = useTRPC();
  const request = useQuery({
    ...trpc.procurement.request.get.queryOptions({ id: read.success ? read.data : (id as RequestId) }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
  });
  const title = t("procurement.request.post.edit_title");
  if (request.isPending) return <Page title={title}>{<Loading />}</Page>;
  if (request.isError) {
    return (
      <Page title={title}>
        {isRefusal(request.error) ? (
          <Refused message={say(request.error)} />
        ) : (
          <Problem message={say(request.error)} onRetry={() => void request.refetch()} />
        )}
      </Page>
    );
  }
  const { data } = request;
  if (data.role !== "buyer" || !data.actions.some((action) => action === "save" || action === "amend")) {
    return <Page title={title}>{<Refused message={t("procurement.request.wrong_status")} />}</Page>;
  }
  return <EditForm key={`${data.id}${data.version}`} request={data} />;
}

function EditForm({ request }: { readonly request: Own }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const quoting = request.status === "quoting";
  const draftKey = `edit:${request.id}:${request.version}`;
  const [start] = useState(() => readDraft(draftKey, isPostForm));
  const [form, setForm] = useState<PostForm>(() => start ?? formFrom(request.terms, request.closesAt, newKey));
  const [finished, setFinished] = useState(false);
  useDraft(draftKey, finished ? null : form);
  const onForm = useCallback((change: (held: PostForm) => PostForm) => setForm(change), []);
  const leave = (words: string) => {
    setFinished(true);
    dropDraft(draftKey);
    toast(words);
    void navigate({ to: "/procurement/requests/$id", params: { id: request.id } as never });
  };
  return (
    <PostScreen
      title={t(quoting ? "procurement.request.post.amend_title" : "procurement.request.post.edit_title")}
      form={form}
      onForm={onForm}
      stored={{ id: request.id, version: request.version, quoting }}
      onPublished={leave}
      onSaved={() => {
        setFinished(true);
        dropDraft(draftKey);
      }}
      notice={start === null ? undefined : <Notice>{t("procurement.request.post.restored")}</Notice>}
    />
  );
}
