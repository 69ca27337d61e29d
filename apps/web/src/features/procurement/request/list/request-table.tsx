import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Notice } from "#ui/states.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";

export type RequestCard = Outputs["procurement"]["request"]["list"]["rows"][number];
type Sort = "newest" | "closing";

const signs: Record<RequestCard["shownStatus"], StatusSign> = {
  draft: "draft",
  quoting: "running",
  closed: "waiting",
  frozen: "waiting",
  opened: "star",
  awarded: "good",
  unsuccessful: "ended",
  cancelled: "ended",
};

export function RequestStatus({ request }: { readonly request: Pick<RequestCard, "shownStatus" | "sealing"> }) {
  const { t } = useTranslation();
  const sign = request.shownStatus === "quoting" && request.sealing === "at_rest" ? "sealed" : signs[request.shownStatus];
  return <StatusTag sign={sign}>{t(`procurement.request.status.${request.shownStatus}`)}</StatusTag>;
}

/** Drafts open where they are written, everything else where it is followed. */
export function RequestLink({ request }: { readonly request: Pick<RequestCard, "id" | "status" | "title"> }) {
  const to = request.status === "draft" ? "/procurement/requests/$id/edit" : "/procurement/requests/$id";
  return (
    <AppLink to={to} params={{ id: request.id } as never}>
      {request.title}
    </AppLink>
  );
}

function Closes({ request }: { readonly request: Pick<RequestCard, "closesAt" | "shownStatus"> }) {
  const { t } = useTranslation();
  if (request.closesAt === null) return <span className="k-quiet">—</span>;
  return request.shownStatus === "quoting" ? (
    <Countdown to={request.closesAt} over={t("procurement.request.list.over")} />
  ) : (
    <Moment at={request.closesAt} />
  );
}

type TableProps = {
  readonly rows: readonly RequestCard[];
  readonly loading: boolean;
  readonly stale: boolean;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly empty: ReactNode;
  readonly onMore: (() => void) | undefined;
  readonly moreBusy: boolean;
};

export function RequestTable({ rows, loading, stale, sort, onSort, empty, onMore, moreBusy }: TableProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const cloning = useSubmit({
    send: (input: { requestId: RequestCard["id"] }, call) => client.procurement.request.clone.mutate(input, call),
    refresh: ["procurement.request"],
    onDone: ({ id }) => {
      toast(t("procurement.request.list.cloned"));
      void navigate({ to: "/procurement/requests/$id/edit", params: { id } as never });
    },
  });
  const { busy, submit } = cloning;
  const columns = useMemo(
    (): readonly Column<RequestCard>[] => [
      { key: "title", title: t("procurement.request.list.column.title"), lead: true, cell: (request) => <RequestLink request={request} /> },
      {
        key: "number",
        title: t("procurement.request.list.column.number"),
        cell: ({ number }) => (number === null ? <span className="k-quiet">—</span> : <CopyId text={number} />),
      },
      { key: "status", title: t("procurement.request.list.column.status"), cell: (request) => <RequestStatus request={request} /> },
      { key: "lines", title: t("procurement.request.list.column.lines"), figures: true, cell: ({ lineCount }) => lineCount },
      {
        key: "closes",
        title: t("procurement.request.list.column.closes"),
        sort: "closing",
        cell: (request) => <Closes request={request} />,
      },
      {
        key: "created",
        title: t("procurement.request.list.column.created"),
        sort: "newest",
        wideOnly: true,
        cell: ({ createdAt }) => <Moment at={createdAt} relative />,
      },
      {
        key: "do",
        title: <span className="k-hidden">{t("shell.palette.do")}</span>,
        cell: (request) =>
          request.status === "draft" ? (
            <LinkButton small to="/procurement/requests/$id/edit" params={{ id: request.id } as never}>
              {t("procurement.request.list.go_on")}
            </LinkButton>
          ) : (
            request.actions.includes("clone") && (
              <Button small kind="quiet" busy={busy} onClick={() => void submit({ requestId: request.id })}>
                {t("procurement.request.list.clone")}
              </Button>
            )
          ),
      },
    ],
    [t, busy, submit],
  );
  return (
    <>
      {cloning.problem !== null && <Notice tone="bad">{cloning.problem}</Notice>}
      <DataTable
        caption={t("procurement.request.list.title")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sort={{ by: sort, direction: sort === "newest" ? "descending" : "ascending" }}
        onSort={({ by }) => onSort(by === "closing" ? "closing" : "newest")}
        empty={empty}
        loading={loading}
        stale={stale}
        onMore={onMore}
        moreBusy={moreBusy}
      />
    </>
  );
}
