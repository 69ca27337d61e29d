import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip, type StatusSign, StatusTag } from "#ui/tag.tsx";
import { DeskDialog } from "./desk-dialog.tsx";
import { PolicyEditor } from "./policy-editor.tsx";

export type DeskLine = Outputs["town"]["policy"]["list"][number];
type Doing = { readonly line: DeskLine | null; readonly step: DeskLine["actions"][number] };
const signOf: Record<DeskLine["policy"]["state"], StatusSign> = { draft: "draft", published: "good", withdrawn: "ended" };

/** The administration's desk of policies and notices: drafts and what waits for a second person first. */
export function PolicyDeskPage() {
  const { t } = useTranslation();
  const desk = useQuery(useTRPC().town.policy.list.queryOptions({}));
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const primary = desk.isSuccess && (
    <Button kind="primary" onClick={() => setDoing({ line: null, step: "save" })}>
      {t("town.policy.do.write")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.town_policies")} subtitle={t("town.policy.desk_subtitle")} primary={primary}>
      <Unread query={desk} />
      {desk.isSuccess && (
        <Card flush>
          <Desk rows={desk.data} onDo={setDoing} />
        </Card>
      )}
      {doing?.step === "save" && <PolicyEditor line={doing.line} onClose={close} />}
      {doing !== null && doing.step !== "save" && doing.line !== null && <DeskDialog line={doing.line} step={doing.step} onClose={close} />}
    </Page>
  );
}

function Desk({ rows, onDo }: { readonly rows: readonly DeskLine[]; readonly onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("shell.nav.town_policies")}
      rows={rows}
      rowKey={({ policy }) => policy.id}
      empty={<Empty>{t("town.policy.desk_none")}</Empty>}
      columns={[
        {
          key: "title",
          title: t("town.policy.title"),
          lead: true,
          cell: ({ policy }) =>
            policy.state === "draft" ? (
              policy.content.titleZh
            ) : (
              <AppLink to="/policies/$id" params={{ id: policy.id }}>
                {policy.content.titleZh}
              </AppLink>
            ),
        },
        { key: "number", title: t("town.policy.number"), cell: ({ policy }) => policy.number },
        { key: "form", title: t("town.policy.kind"), cell: ({ policy }) => t(`town.policy.form.${policy.form}`) },
        {
          key: "state",
          title: t("town.policy.state"),
          cell: ({ policy }) => (
            <Row gap={1}>
              <StatusTag sign={signOf[policy.state]}>{t(`town.policy.state.${policy.state}`)}</StatusTag>
              {policy.state === "published" && policy.amendment !== null && <Chip tone="doubt">{t("town.policy.pending")}</Chip>}
            </Row>
          ),
        },
        {
          key: "deadline",
          title: t("town.policy.deadline"),
          cell: ({ policy }) => (policy.content.deadline === null ? "—" : <DateText date={policy.content.deadline} />),
        },
        {
          key: "do",
          title: "",
          cell: (line) => (
            <Row gap={1}>
              {line.actions.map((step) => (
                <Button key={step} small onClick={() => onDo({ line, step })}>
                  {t(`town.policy.do.${step}`)}
                </Button>
              ))}
            </Row>
          ),
        },
      ]}
    />
  );
}
