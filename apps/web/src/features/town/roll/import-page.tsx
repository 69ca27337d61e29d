import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { uploadFile } from "#lib/upload.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";

type Line = Outputs["town"]["import"]["list"][number];

/** Hands a list in: it is checked at once and shown row by row; nothing is written here. */
export function ImportPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const list = useQuery(trpc.town.import.list.queryOptions());
  return (
    <Page title={t("town.import.page")} subtitle={t("town.import.subtitle", { max: 10_000, megabytes: 5 })}>
      <Card>
        <Choose />
      </Card>
      <Card title={t("town.import.history")} flush>
        <Unread query={list} />
        {list.isSuccess && <History rows={list.data} />}
      </Card>
    </Page>
  );
}

function Choose() {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const checking = useSubmit<File, { id: string }>({
    send: async (file, call) => {
      const { id } = await uploadFile(file, "roll");
      return client.town.import.check.mutate({ fileId: id as never }, call);
    },
    refresh: ["town.import"],
    onDone: ({ id }) => navigate({ to: "/town/imports/$id", params: { id } }),
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        className="k-hidden"
        tabIndex={-1}
        aria-label={t("town.import.choose")}
        accept=".xlsx,.csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void checking.submit(file);
        }}
      />
      <Button kind="primary" busy={checking.busy} onClick={() => input.current?.click()}>
        {t(checking.busy ? "town.import.checking" : "town.import.choose")}
      </Button>
      {checking.problem !== null && <Notice tone="bad">{checking.problem}</Notice>}
    </>
  );
}

function History({ rows }: { readonly rows: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("town.import.history")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("town.import.none")}</Empty>}
      columns={[
        {
          key: "file",
          title: t("town.import.file"),
          lead: true,
          cell: ({ id, fileName }) => (
            <AppLink to="/town/imports/$id" params={{ id }}>
              {fileName}
            </AppLink>
          ),
        },
        { key: "rows", title: t("town.import.rows"), figures: true, cell: ({ total }) => total },
        { key: "refused", title: t("town.import.result.refused"), figures: true, cell: ({ counts }) => counts.refused },
        { key: "state", title: t("town.import.state"), cell: ({ state }) => <Chip tone="note">{t(`town.import.state.${state}`)}</Chip> },
        { key: "by", title: t("town.import.by"), cell: ({ uploadedBy }) => uploadedBy ?? "—", wideOnly: true },
        { key: "at", title: t("town.import.at"), cell: ({ at }) => <Moment at={at} relative /> },
      ]}
    />
  );
}
