import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { DocumentStateTag } from "./document-state.tsx";
import type { DocumentLine } from "./documents-page.tsx";
import { JudgeDialog } from "./judge-dialog.tsx";
import "../town.css";

type Pages = Outputs["town"]["document"]["list"];
const whiches = ["waiting", "ending", "expired"] as const;

/** Papers and grades that wait for a reviewer, and those that end. */
export function DocumentDeskPage() {
  const { t } = useTranslation();
  const { which = "waiting" } = useSearch({ from: "/town/documents" });
  const navigate = useNavigate();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [judged, setJudged] = useState<DocumentLine | null>(null);
  const list = useInfiniteQuery({
    queryKey: [...trpc.town.document.list.pathKey(), which, "pages"],
    queryFn: ({ pageParam }) => client.town.document.list.query({ which, after: pageParam }),
    initialPageParam: null as Pages["next"],
    getNextPageParam: (page: Pages) => page.next,
    placeholderData: keepPreviousData,
  });
  const tabs = whiches.map((key) => ({ key, label: t(`town.document.which.${key}`) }));
  const show = (key: (typeof whiches)[number]) => void navigate({ to: "/town/documents", search: { which: key }, replace: true });
  return (
    <Page title={t("town.document.desk")} subtitle={t("town.document.desk_subtitle")}>
      <Tabs label={t("town.file.state")} tabs={tabs} current={which} onChange={show}>
        <Card flush>
          <Unread query={list} />
          {list.isSuccess && (
            <Lines
              rows={list.data.pages.flatMap((page) => page.rows)}
              empty={t(`town.document.none.${which}`)}
              onJudge={setJudged}
              onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              busy={list.isFetchingNextPage}
            />
          )}
        </Card>
      </Tabs>
      {judged !== null && <JudgeDialog line={judged} onClose={() => setJudged(null)} />}
    </Page>
  );
}

type LinesProps = {
  readonly rows: readonly DocumentLine[];
  readonly empty: string;
  readonly busy: boolean;
  readonly onMore: (() => void) | undefined;
  readonly onJudge: (line: DocumentLine) => void;
};

function Lines({ rows, empty, busy, onMore, onJudge }: LinesProps) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("town.document.desk")}
      rows={rows}
      rowKey={({ document }) => document.id}
      empty={<Empty>{empty}</Empty>}
      onMore={onMore}
      moreBusy={busy}
      columns={[
        { key: "firm", title: t("town.document.firm"), lead: true, cell: ({ organisation }) => nameIn(i18n.language, organisation) },
        { key: "type", title: t("town.document.type"), cell: ({ document: { type } }) => t(`town.document.type.${type}`) },
        { key: "number", title: t("town.document.number"), cell: ({ document: { number } }) => number ?? "—" },
        {
          key: "until",
          title: t("town.document.until"),
          cell: ({ document: { validUntil } }) => <span className="k-figures">{validUntil ?? t("town.document.for_ever")}</span>,
        },
        { key: "state", title: t("town.file.state"), cell: ({ document }) => <DocumentStateTag document={document} /> },
        {
          key: "at",
          title: t("town.document.handed_in"),
          cell: ({ document }) => <Moment at={document.uploadedAt} relative />,
          wideOnly: true,
        },
        {
          key: "do",
          title: t("town.members.actions"),
          cell: (line) =>
            line.actions.includes("accept") ? (
              <Button small onClick={() => onJudge(line)}>
                {t("town.document.look")} <span className="k-hidden">{nameIn(i18n.language, line.organisation)}</span>
              </Button>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}
