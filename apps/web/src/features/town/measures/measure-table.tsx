import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Confirm } from "#ui/dialog.tsx";
import { Facts, Row, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";
import { StoredFile } from "../parts/stored-file.tsx";

export type MeasureLine = Outputs["town"]["measure"]["list"][number];
type Act = { readonly line: MeasureLine; readonly action: "confirm" | "decline" };

const signs = { proposed: "waiting", confirmed: "good", declined: "ended" } as const;

/** Measures with who proposed and who decided; each offers what this person may do now. */
export function MeasureTable({
  caption,
  lines,
  empty,
}: {
  readonly caption: string;
  readonly lines: readonly MeasureLine[];
  readonly empty: string;
}) {
  const { t, i18n } = useTranslation();
  const [acting, setActing] = useState<Act | null>(null);
  return (
    <>
      <DataTable
        caption={caption}
        rows={lines}
        rowKey={({ measure }) => measure.id}
        empty={<Empty>{empty}</Empty>}
        columns={[
          { key: "kind", title: t("town.measure.kind"), lead: true, cell: ({ measure }) => t(`town.measure.kind.${measure.content.kind}`) },
          { key: "firm", title: t("town.document.firm"), cell: ({ organisation }) => nameIn(i18n.language, organisation) },
          { key: "why", title: t("town.measure.reason"), cell: ({ measure }) => measure.reasonText },
          { key: "by", title: t("town.measure.proposer"), cell: ({ proposer }) => proposer ?? "—" },
          { key: "at", title: t("town.measure.at"), cell: ({ measure }) => <Moment at={measure.proposedAt} /> },
          { key: "state", title: t("town.file.state"), cell: (line) => <State line={line} /> },
          {
            key: "do",
            title: t("town.members.actions"),
            cell: (line) => (
              <Row gap={2}>
                {line.actions.map((action) => (
                  <Button
                    key={action}
                    small
                    kind={action === "confirm" ? "danger" : "secondary"}
                    onClick={() => setActing({ line, action })}
                  >
                    {t(`town.measure.${action}`)} <span className="k-hidden">{nameIn(i18n.language, line.organisation)}</span>
                  </Button>
                ))}
              </Row>
            ),
          },
        ]}
      />
      {acting !== null && <Decide act={acting} onClose={() => setActing(null)} />}
    </>
  );
}

function State({ line: { measure, decider, actions, invitation } }: { readonly line: MeasureLine }) {
  const { t } = useTranslation();
  return (
    <Stack gap={1}>
      <StatusTag sign={signs[measure.state]}>{t(`town.measure.state.${measure.state}`)}</StatusTag>
      {decider !== null && <span className="k-quiet">{decider}</span>}
      {measure.state === "proposed" && !actions.includes("confirm") && actions.length > 0 && (
        <span className="k-quiet">{t("town.measure.own")}</span>
      )}
      {invitation !== null && (
        <>
          <span className="k-quiet">{t("town.measure.invited")}</span>
          <CopyId text={`${window.location.origin}${invitation}`} />
        </>
      )}
    </Stack>
  );
}

function Decide({ act: { line, action }, onClose }: { readonly act: Act; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const { measure, organisation, letter } = line;
  const { content } = measure;
  const words = { what: t(`town.measure.kind.${content.kind}`), name: nameIn(i18n.language, organisation) };
  const deciding = useSubmit({
    send: (input: { measureId: typeof measure.id; version: number }, call) => client.town.measure[action].mutate(input, call),
    refresh: ["town"],
    onDone: () => {
      toast(t(action === "confirm" ? "town.measure.confirmed_toast" : "town.measure.declined_toast", words));
      onClose();
    },
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(action === "confirm" ? "town.measure.confirm_ask" : "town.measure.decline_ask", words)}
      confirm={t(`town.measure.${action}`)}
      danger={action === "confirm"}
      busy={deciding.busy}
      onConfirm={() => void deciding.submit({ measureId: measure.id, version: measure.version })}
    >
      <Stack gap={3}>
        <p>
          {action === "decline"
            ? t("town.measure.decline_what")
            : t(`town.measure.confirm_what.${content.kind}`, { email: content.kind === "recover_owner" ? content.email : "" })}
        </p>
        <Facts rows={[{ name: t("town.measure.reason"), value: measure.reasonText }]} />
        {letter !== null && <StoredFile file={letter} alt={t("town.measure.letter")} />}
        {deciding.problem !== null && <Notice tone="bad">{deciding.problem}</Notice>}
      </Stack>
    </Confirm>
  );
}
