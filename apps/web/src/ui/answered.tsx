import { type ReactNode, useEffect } from "react";
import type { OpenAnswer } from "#lib/open-read.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Loading, Problem, Refused } from "./states.tsx";

/** What a search engine and a shared link show of the page. */
export function useHeadOf(title: string | null, description: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = title;
    const meta = document.querySelector<HTMLMetaElement>("meta[name=description]");
    const before = meta?.content ?? "";
    if (meta && description !== null) meta.content = description;
    return () => {
      if (meta) meta.content = before;
    };
  }, [title, description]);
}

type Props<T> = {
  readonly answer: OpenAnswer<T>;
  /** What stands there when there is no such thing. */
  readonly unknown: ReactNode;
  readonly action?: ReactNode;
  readonly children: (data: T) => ReactNode;
};

/** The four states of a public question. */
export function Answered<T>({ answer, unknown, action, children }: Props<T>) {
  const { t } = useTranslation();
  switch (answer.status) {
    case "pending":
      return <Loading />;
    case "refused":
      return <Refused message={unknown} action={action} />;
    case "failed":
      return <Problem message={t("ui.no_answer")} onRetry={answer.retry} />;
    case "ready":
      return <>{children(answer.data)}</>;
  }
}
