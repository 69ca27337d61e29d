import { rowResults } from "@jizhen/domain-town";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { JoinLink } from "../parts/join-link.tsx";
import { SaveButtons } from "../parts/save-buttons.tsx";
import { ImportRows } from "./import-rows.tsx";

type Head = Outputs["town"]["import"]["get"];
type RowPages = Outputs["town"]["import"]["rows"];
type Result = (typeof rowResults)[number];
type Tab = Result | "all";

/** The preview of a list, and after its writing the report: every row with its result. */
export function ImportDetailPage() {
  const { id } = useParams({ from: "/town/imports/$id" });
  const { t } = useTranslation();
  const trpc = useTRPC();
  const head = useQuery({
    ...trpc.town.import.get.queryOptions({ importId: id }),
    refetchInterval: ({ state }) => (state.data?.state === "committing" ? 1_000 : false),
  });
  if (!head.isSuccess) return <Unread query={head} />;
  return (
    <Page
      back={<AppLink to="/town/imports">{t("town.import.page")}</AppLink>}
      title={head.data.fileName}
      subtitle={t(`town.import.state.${head.data.state}`)}
    >
      <Progress head={head.data} />
      <Results head={head.data} />
    </Page>
  );
}

function Progress({ head }: { readonly head: Head }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const writing = useSubmit<Inputs["town"]["import"]["commit"], unknown>({
    send: (input, call) => client.town.import.commit.mutate(input, call),
    refresh: ["town.import", "town.roll"],
  });
  return (
    <Card>
      <Row gap={2}>
        {head.state === "checked" && (
          <Button kind="primary" busy={writing.busy} onClick={() => void writing.submit({ importId: head.id })}>
            {t("town.import.commit")}
          </Button>
        )}
        {head.state === "committing" && (
          <label>
            <progress max={head.total} value={head.handled} /> {t("town.import.progress", { done: head.handled, total: head.total })}
          </label>
        )}
        {head.state === "committed" && <span role="status">{t("town.import.done", { count: head.writtenRows })}</span>}
        <SaveButtons kind="roll-import" filter={{ importId: head.id }} />
      </Row>
      {writing.problem !== null && <Notice tone="bad">{writing.problem}</Notice>}
      {head.state === "committed" && (
        <>
          <p>{t("town.import.then_invite")}</p>
          <JoinLink />
        </>
      )}
    </Card>
  );
}

function Results({ head }: { readonly head: Head }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [tab, setTab] = useState<Tab>(rowResults.find((result) => result === "refused" && head.counts[result] > 0) ?? "all");
  const rows = useInfiniteQuery({
    queryKey: [...trpc.town.import.rows.pathKey(), head.id, tab, "pages"],
    queryFn: ({ pageParam }) => client.town.import.rows.query({ importId: head.id, result: tab === "all" ? null : tab, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page: RowPages) => page.next,
    placeholderData: keepPreviousData,
  });
  const tabs = (["all", ...rowResults] as const).map((key) => ({
    key,
    label: t(`town.import.result.${key}`),
    count: key === "all" ? head.total : head.counts[key],
  }));
  return (
    <Tabs label={t("town.import.result")} tabs={tabs} current={tab} onChange={setTab}>
      <Card flush>
        <Unread query={rows} />
        {rows.isSuccess && (
          <ImportRows
            head={head}
            result={tab}
            rows={rows.data.pages.flatMap((page) => page.rows)}
            onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
            busy={rows.isFetchingNextPage}
          />
        )}
      </Card>
    </Tabs>
  );
}
