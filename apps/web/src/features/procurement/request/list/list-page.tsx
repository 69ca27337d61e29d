import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { pagesFrom } from "#lib/pages.ts";
import { say } from "#lib/say.ts";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Problem } from "#ui/states.tsx";
import { requestPages } from "./question.ts";
import { RequestTable } from "./request-table.tsx";
import "./list.css";

const statuses = ["draft", "quoting", "frozen", "opened", "awarded", "unsuccessful", "cancelled"] as const;

/** Screen 10: this firm's requests; filter, search and order stand in the address. */
export function RequestListPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const navigate = useNavigate();
  const { sort: order, ...kept } = useSearch({ from: "/procurement/requests" });
  const { status = null, text = "" } = kept;
  const sort = order ?? "newest";
  const trpc = useTRPC();
  const client = useTRPCClient();
  const list = useInfiniteQuery({ ...pagesFrom(requestPages(trpc, client, { status, text, sort })), placeholderData: keepPreviousData });
  const narrowed = status !== null || text !== "";
  const clear = (
    <Button onClick={() => void navigate({ to: "/procurement/requests", search: {} })}>{t("procurement.request.list.clear")}</Button>
  );
  const empty = narrowed ? (
    <Empty action={clear}>{t("procurement.request.list.none_found")}</Empty>
  ) : (
    <Empty action={may("procurement.request.save") && <PostLink />}>{t("procurement.request.list.empty")}</Empty>
  );
  return (
    <Page title={t("procurement.request.list.title")} primary={may("procurement.request.save") ? <PostLink /> : undefined}>
      <Filters />
      <Card flush>
        {list.isError ? (
          <Problem message={say(list.error)} onRetry={() => void list.refetch()} />
        ) : (
          <RequestTable
            loading={list.isPending}
            stale={list.isPlaceholderData}
            rows={list.data?.pages.flatMap(({ rows }) => rows) ?? []}
            sort={sort}
            onSort={(next) =>
              void navigate({ to: "/procurement/requests", search: { ...kept, ...(next === "closing" && { sort: next }) }, replace: true })
            }
            empty={empty}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            moreBusy={list.isFetchingNextPage}
          />
        )}
      </Card>
    </Page>
  );
}

function PostLink() {
  const { t } = useTranslation();
  return (
    <LinkButton to="/procurement/requests/new" kind="primary" icon={<IconPlus size={18} aria-hidden="true" />}>
      {t("shell.nav.post")}
    </LinkButton>
  );
}

/** What is typed is searched for after a pause, so that each key is not a request. */
function Filters() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text = "", status, ...order } = useSearch({ from: "/procurement/requests" });
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const search = { ...order, ...(status !== undefined && { status }), ...(typed.trim() !== "" && { text: typed.trim() }) };
    const timer = setTimeout(() => void navigate({ to: "/procurement/requests", search, replace: true }), 300);
    return () => clearTimeout(timer);
  });
  return (
    <div className="l-filters">
      <Row gap={3}>
        <TextField
          type="search"
          label={t("procurement.request.list.search")}
          labelHidden
          placeholder={t("procurement.request.list.search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={80}
        />
        <SelectField
          label={t("procurement.request.list.status")}
          labelHidden
          none={t("ui.pair", { name: t("procurement.request.list.status"), value: t("procurement.request.list.all") })}
          choices={statuses.map((value) => ({ value, label: t(`procurement.request.status.${value}`) }))}
          value={status ?? ""}
          onChange={(event) => {
            const chosen = statuses.find((value) => value === event.target.value);
            void navigate({
              to: "/procurement/requests",
              search: { ...order, ...(text !== "" && { text }), ...(chosen !== undefined && { status: chosen }) },
            });
          }}
        />
      </Row>
    </div>
  );
}
