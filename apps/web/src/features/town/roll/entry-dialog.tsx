import { type RollContent, RollEntryId, type RollField, RollState, rollFields } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Loading, Notice, Problem } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";

type Written = Record<RollField, string>;
type Found = { readonly version: number; readonly country: string; readonly written: Written };
const blank = Object.fromEntries(rollFields.map((field) => [field, field === "state" ? "operating" : ""])) as Written;

/** One entry, new or there already; what stands in an empty field is taken away. */
export function EntryDialog({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const { t } = useTranslation();
  const entry = useQuery({
    ...trpc.town.roll.get.queryOptions({ rollEntryId: RollEntryId.parse(id ?? `roll_${"0".repeat(26)}`) }),
    enabled: id !== null,
  });
  if (id === null) return <EntryForm id={null} found={{ version: 0, country: "CN", written: blank }} onClose={onClose} />;
  if (entry.isSuccess) {
    const { version, country } = entry.data;
    const written = Object.fromEntries(rollFields.map((field) => [field, String(entry.data[field] ?? "")])) as Written;
    return <EntryForm key={version} id={entry.data.id} found={{ version, country, written }} onClose={onClose} />;
  }
  return (
    <Dialog opened onClose={onClose} title={t("town.roll.edit")} size="small" foot={<Button onClick={onClose}>{t("ui.cancel")}</Button>}>
      {entry.isError ? <Problem message={say(entry.error)} onRetry={() => void entry.refetch()} /> : <Loading />}
    </Dialog>
  );
}

function contentOf(country: string, written: Written): RollContent {
  const text = Object.fromEntries(rollFields.map((field) => [field, written[field].trim() === "" ? null : written[field].trim()]));
  const employees = written.employees.trim() === "" ? null : Number(written.employees);
  return { ...text, country, nameZh: written.nameZh.trim(), employees } as unknown as RollContent; // the server's schema has the last word
}

type FormProps = { readonly id: RollEntryId | null; readonly found: Found; readonly onClose: () => void };
type Sent = Inputs["town"]["roll"]["edit"] | Inputs["town"]["roll"]["add"];

function EntryForm({ id, found, onClose }: FormProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [written, setWritten] = useState(found.written);
  const saving = useSubmit<Sent, unknown>({
    send: (input, call) => ("rollEntryId" in input ? client.town.roll.edit.mutate(input, call) : client.town.roll.add.mutate(input, call)),
    refresh: ["town.roll"],
    onDone: () => {
      toast(written.nameZh);
      onClose();
    },
  });
  const save = () => {
    const content = contentOf(found.country, written);
    void saving.submit(id === null ? { content } : { rollEntryId: id, version: found.version, content });
  };
  const set = (field: RollField, value: string) => setWritten((before) => ({ ...before, [field]: value }));
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind="primary" busy={saving.busy} disabled={written.nameZh.trim().length < 2} onClick={save}>
        {t("town.roll.save")}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t(id === null ? "town.roll.add" : "town.roll.edit")} size="small" foot={foot}>
      {rollFields.map((field) =>
        field === "state" ? (
          <SelectField
            key={field}
            label={t("town.roll.field.state")}
            choices={RollState.options.map((value) => ({ value, label: t(`town.roll.state.${value}`) }))}
            value={written.state}
            onChange={(event) => set("state", event.target.value)}
          />
        ) : (
          <TextField
            key={field}
            label={t(`town.roll.field.${field}`)}
            type={field === "establishedOn" ? "date" : field === "employees" ? "number" : "text"}
            value={written[field]}
            onChange={(event) => set(field, event.target.value)}
          />
        ),
      )}
      {saving.problem !== null && <Notice tone="bad">{saving.problem}</Notice>}
    </Dialog>
  );
}
