import { type Definition, monthAt, Quarter, quarterOf, quarterPlus } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { StepButton } from "./report-action.tsx";
import { definitionWords } from "./words.ts";

/** What every indicator means, version by version; the province revises the newest. */
export function DefinitionsPage() {
  const { t, i18n } = useTranslation();
  const { may } = useSession();
  const query = useQuery(useTRPC().town.indicator.definitions.queryOptions());
  const [revising, setRevising] = useState<Definition | null>(null);
  return (
    <Page title={t("figures.definitions.title")} subtitle={t("figures.definitions.subtitle")}>
      <Asked query={query}>
        {(definitions) => (
          <Card flush>
            <DataTable
              caption={t("figures.definitions.title")}
              rows={definitions}
              rowKey={({ key, version }) => `${key} ${version}`}
              empty={<Empty>{t("figures.reports.none")}</Empty>}
              columns={[
                { key: "name", title: t("figures.board.indicator"), lead: true, cell: (one) => definitionWords(one, i18n.language).name },
                { key: "meaning", title: t("figures.board.meaning"), cell: (one) => definitionWords(one, i18n.language).meaning },
                {
                  key: "unit",
                  title: t("figures.definitions.unit"),
                  cell: ({ unit }) => t(`figures.unit.${unit === "fen" ? "yuan" : unit}`),
                },
                { key: "kind", title: t("figures.definitions.kind"), cell: ({ formula }) => t(`figures.definitions.kind.${formula.kind}`) },
                {
                  key: "source",
                  title: t("figures.definitions.source"),
                  cell: ({ source }) => t(source === "declared" ? "figures.cockpit.declared" : "figures.cockpit.computed"),
                },
                {
                  key: "version",
                  title: t("figures.file.version"),
                  cell: ({ version, validFrom }) =>
                    `${t("figures.board.version", { version })} · ${t("figures.definitions.from", { quarter: validFrom })}`,
                },
                {
                  key: "do",
                  title: "",
                  cell: (one) =>
                    may("town.indicator.define") && definitions.every(({ key, version }) => key !== one.key || version <= one.version) ? (
                      <Button small onClick={() => setRevising(one)}>
                        {t("figures.definitions.revise", { version: one.version + 1 })}
                      </Button>
                    ) : (
                      ""
                    ),
                },
              ]}
            />
          </Card>
        )}
      </Asked>
      {revising !== null && <Revision definition={revising} onClose={() => setRevising(null)} />}
    </Page>
  );
}

function Revision({ definition, onClose }: { readonly definition: Definition; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const [next, setNext] = useState<Definition>({
    ...definition,
    version: definition.version + 1,
    validFrom: quarterPlus(quarterOf(monthAt(new Date())), 1),
  });
  const title = `${definitionWords(definition, i18n.language).name} · ${t("figures.definitions.revise", { version: next.version })}`;
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <StepButton
        primary
        label={t("figures.definitions.revise", { version: next.version })}
        done={t("figures.definitions.revised")}
        send={(call) => client.town.indicator.define.mutate(next, call)}
        onDone={onClose}
      />
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={title} foot={foot}>
      <Stack>
        <TextArea
          label={t("figures.definitions.meaning_zh")}
          required
          maxLength={400}
          value={next.meaningZh}
          onChange={(event) => setNext({ ...next, meaningZh: event.target.value })}
        />
        <TextArea
          label={t("figures.definitions.meaning_en")}
          required
          maxLength={600}
          value={next.meaningEn}
          onChange={(event) => setNext({ ...next, meaningEn: event.target.value })}
        />
        <TextField
          label={t("figures.definitions.valid_from")}
          required
          defaultValue={next.validFrom}
          error={Quarter.safeParse(next.validFrom).success ? undefined : t("ui.issue.invalid")}
          onChange={(event) => setNext({ ...next, validFrom: event.target.value as Quarter })}
        />
      </Stack>
    </Dialog>
  );
}
