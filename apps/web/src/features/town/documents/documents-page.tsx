import { Grade, PaperType } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { DocumentStateTag, gradesIn, isCurrent, papersIn } from "./document-state.tsx";
import { UploadDialog } from "./upload-dialog.tsx";
import "../town.css";

type Own = Outputs["town"]["document"]["own"];
export type DocumentLine = Own["lines"][number];

/** A firm's papers and grades: what counts, what waits, what ends, and what was. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const own = useQuery(useTRPC().town.document.own.queryOptions());
  const [adding, setAdding] = useState<readonly (Grade | PaperType)[] | null>(null);
  return (
    <Page title={t("town.document.page")} subtitle={t("town.document.subtitle")}>
      <Unread query={own} action={<LinkButton to="/membership">{t("town.membership.page")}</LinkButton>} />
      {own.isSuccess && (
        <Stack gap={4}>
          {own.data.ended.length > 0 && (
            <Notice tone="bad">
              {t("town.document.ended", { papers: own.data.ended.map((type) => t(`town.document.type.${type}`)).join(" · ") })}
            </Notice>
          )}
          <Part
            title={t("town.document.grades")}
            empty={t("town.document.no_grades")}
            lines={gradesIn(own.data.lines).filter(({ document }) => isCurrent(document))}
            required={[]}
            add={may("town.document.upload") ? { label: t("town.document.claim"), onAdd: () => setAdding(Grade.options) } : null}
          />
          <Part
            title={t("town.document.papers")}
            empty={t("town.document.no_papers")}
            lines={papersIn(own.data.lines).filter(({ document }) => isCurrent(document))}
            required={own.data.required}
            add={may("town.document.upload") ? { label: t("town.document.upload"), onAdd: () => setAdding(PaperType.options) } : null}
          />
          {own.data.lines.some(({ document }) => !isCurrent(document)) && (
            <Part
              title={t("town.document.history")}
              empty=""
              lines={own.data.lines.filter(({ document }) => !isCurrent(document))}
              required={[]}
              add={null}
            />
          )}
        </Stack>
      )}
      {adding !== null && <UploadDialog types={adding} onClose={() => setAdding(null)} />}
    </Page>
  );
}

type PartProps = {
  readonly title: string;
  readonly empty: string;
  readonly lines: readonly DocumentLine[];
  readonly required: readonly string[];
  readonly add: { readonly label: string; readonly onAdd: () => void } | null;
};

function Part({ title, empty, lines, required, add }: PartProps) {
  return (
    <Card title={title} actions={add !== null && <Button onClick={add.onAdd}>{add.label}</Button>} flush={lines.length > 0}>
      <DocumentTable caption={title} lines={lines} required={required} empty={<Empty>{empty}</Empty>} />
    </Card>
  );
}

type TableProps = {
  readonly caption: string;
  readonly lines: readonly DocumentLine[];
  readonly required: readonly string[];
  readonly empty: React.ReactNode;
};

/** The same table for the firm itself and in its file at the administration. */
export function DocumentTable({ caption, lines, required, empty }: TableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ document }) => document.id}
      empty={empty}
      columns={[
        {
          key: "type",
          title: t("town.document.type"),
          lead: true,
          cell: ({ document: { type } }) => (
            <Row gap={1}>
              <span>{t(`town.document.type.${type}`)}</span>
              {required.includes(type) && <Chip tone="note">{t("town.document.required")}</Chip>}
            </Row>
          ),
        },
        { key: "number", title: t("town.document.number"), cell: ({ document: { number } }) => number ?? "—" },
        {
          key: "until",
          title: t("town.document.until"),
          cell: ({ document: { validUntil } }) => <span className="k-figures">{validUntil ?? t("town.document.for_ever")}</span>,
        },
        {
          key: "state",
          title: t("town.file.state"),
          cell: ({ document }) => (
            <Stack gap={1}>
              <DocumentStateTag document={document} />
              {document.state === "refused" && <span className="k-quiet">{document.reasonText}</span>}
            </Stack>
          ),
        },
        { key: "at", title: t("town.document.handed_in"), cell: ({ document }) => <Moment at={document.uploadedAt} />, wideOnly: true },
        { key: "do", title: t("town.members.actions"), cell: (line) => <Withdraw line={line} /> },
      ]}
    />
  );
}

function Withdraw({ line: { document, actions } }: { readonly line: DocumentLine }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const withdrawing = useSubmit({
    send: (input: Parameters<typeof client.town.document.withdraw.mutate>[0], call) => client.town.document.withdraw.mutate(input, call),
    refresh: ["town.document"],
    onDone: () => toast(t("town.document.withdrawn_toast")),
  });
  if (!actions.includes("withdraw")) return <>—</>;
  return (
    <Stack gap={1}>
      <div>
        <Button
          small
          busy={withdrawing.busy}
          onClick={() => void withdrawing.submit({ documentId: document.id, version: document.version })}
        >
          {t("town.document.withdraw")} <span className="k-hidden">{t(`town.document.type.${document.type}`)}</span>
        </Button>
      </div>
      {withdrawing.problem !== null && <Notice tone="bad">{withdrawing.problem}</Notice>}
    </Stack>
  );
}
