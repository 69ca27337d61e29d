import type { RollField } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, type Outputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { CheckField, SelectField } from "#ui/field.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";

type Head = Outputs["town"]["import"]["get"];
type Line = Outputs["town"]["import"]["rows"]["rows"][number];
type Decide = Inputs["town"]["import"]["decide"];
type Props = {
  readonly head: Head;
  readonly result: Line["result"] | "all";
  readonly rows: readonly Line[];
  readonly busy: boolean;
  readonly onMore: (() => void) | undefined;
};

/** Rows of a list with what was found; until it is written, a person decides what is asked and ticks what changes. */
export function ImportRows({ head, result, rows, busy, onMore }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const deciding = useSubmit<Decide, unknown>({
    send: (input, call) => client.town.import.decide.mutate(input, call),
    refresh: ["town.import"],
  });
  const open = head.state === "checked";
  const decide = (change: Omit<Decide, "importId">) => void deciding.submit({ importId: head.id, ...change });
  const cell = (row: Line, field: RollField) => row.cells[head.columns[field] ?? -1] ?? "";
  return (
    <>
      {open && result === "changed" && rows.length > 0 && (
        <Button busy={deciding.busy} onClick={() => decide({ rowNo: null, result: "changed", decision: "write", fields: null })}>
          {t("town.import.decide.all")}
        </Button>
      )}
      {deciding.problem !== null && <Notice tone="bad">{deciding.problem}</Notice>}
      <DataTable
        caption={t("town.import.result")}
        rows={rows}
        rowKey={({ rowNo }) => String(rowNo)}
        empty={<Empty>{t("town.import.none_here")}</Empty>}
        onMore={onMore}
        moreBusy={busy}
        columns={[
          { key: "row", title: t("town.import.row"), figures: true, cell: ({ rowNo }) => rowNo },
          { key: "firm", title: t("town.import.firm"), lead: true, cell: (row) => cell(row, "nameZh") || "—" },
          { key: "number", title: t("town.roll.field.number"), cell: (row) => cell(row, "number") || "—" },
          {
            key: "result",
            title: t("town.import.result"),
            cell: (row) => (
              <Chip tone={row.result === "refused" ? "doubt" : "note"}>
                {t(row.outcome === null ? `town.import.result.${row.result}` : `town.import.outcome.${row.outcome}`)}
              </Chip>
            ),
          },
          { key: "note", title: t("town.import.note"), cell: (row) => <Note row={row} open={open} onDecide={decide} /> },
          { key: "decision", title: t("town.import.decision"), cell: (row) => <Choice row={row} open={open} onDecide={decide} /> },
        ]}
      />
    </>
  );
}

type PartProps = { readonly row: Line; readonly open: boolean; readonly onDecide: (change: Omit<Decide, "importId">) => void };

function Note({ row, open, onDecide }: PartProps) {
  const { t } = useTranslation();
  const told = row.finding.refusal ?? row.finding.question;
  if (told) return <>{t(told.code as TextKey, told.params ?? {})}</>;
  const tick = (field: string, on: boolean) => {
    const fields = on ? [...row.fields, field] : row.fields.filter((one) => one !== field);
    onDecide({ rowNo: row.rowNo, result: "changed", decision: fields.length > 0 ? "write" : "skip", fields: fields as never });
  };
  return (
    <>
      {(row.finding.changes ?? []).map(({ field, old, new: now }) => {
        const words = t("town.import.change", { field: t(`town.roll.field.${field}`), old: old ?? t("town.import.empty_value"), now });
        return open ? (
          <CheckField
            key={field}
            label={words}
            checked={row.fields.includes(field)}
            onChange={(event) => tick(field, event.target.checked)}
          />
        ) : (
          <div key={field}>{words}</div>
        );
      })}
    </>
  );
}

function Choice({ row, open, onDecide }: PartProps) {
  const { t } = useTranslation();
  const { rowNo, result, decision } = row;
  if (!open || result === "same" || result === "refused") return <>—</>;
  const merges = result === "asks" && row.finding.near?.entryId !== undefined;
  const offered = (["skip", "write", ...(merges ? (["merge"] as const) : [])] as const).map((value) => ({
    value,
    label: t(value === "write" && result === "asks" ? "town.import.decide.add" : `town.import.decide.${value}`),
  }));
  return (
    <SelectField
      label={t("town.import.decision")}
      choices={offered}
      value={decision ?? (result === "new" ? "write" : "skip")}
      onChange={(event) => onDecide({ rowNo, result, decision: event.target.value as "write", fields: null })}
    />
  );
}
