import { type IndicatorKey, Month, Quarter } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { CheckDrawer } from "./check-drawer.tsx";
import { FiledFigures } from "./filed-figures.tsx";
import { amountText, definitionWords, periodName } from "./words.ts";

/** A figure opened down to the declarations or records it was computed from. */
export function FigurePage() {
  const { t, i18n } = useTranslation();
  const { key, period } = useParams({ from: "/town/figures/$key/$period" });
  const asked = Quarter.safeParse(period).data ?? Month.parse(period);
  const query = useQuery(useTRPC().town.indicator.open.queryOptions({ key: key as IndicatorKey, period: asked }));
  const [looking, setLooking] = useState<string | null>(null);
  const words = query.data ? definitionWords(query.data.definition, i18n.language) : { name: key, meaning: "" };
  return (
    <Page
      title={`${words.name} · ${periodName(period, t)}`}
      subtitle={words.meaning}
      back={<AppLink to="/town/cockpit">{t("figures.cockpit.title")}</AppLink>}
    >
      <Asked query={query}>
        {({ definition, inputs, series, parts }) => (
          <Stack>
            {parts.length > 0 ? (
              <Card title={t("figures.figure.parts")}>
                <Stack>
                  {parts.map((part) => (
                    <AppLink key={part.key} to="/town/figures/$key/$period" params={{ key: part.key, period }}>
                      {definitionWords(part, i18n.language).name}
                    </AppLink>
                  ))}
                </Stack>
              </Card>
            ) : (
              <Inputs inputs={inputs} definition={definition} onLook={setLooking} />
            )}
            <Card title={t("figures.figure.series")} flush>
              <FiledFigures figures={[...series].reverse()} definitions={[definition]} />
            </Card>
          </Stack>
        )}
      </Asked>
      {looking !== null && <CheckDrawer declarationId={looking} onClose={() => setLooking(null)} />}
    </Page>
  );
}

type InputsProps = Pick<Detail, "inputs" | "definition"> & { readonly onLook: (declarationId: string) => void };
type Detail = Outputs["town"]["indicator"]["open"];

function Inputs({ inputs, definition, onLook }: InputsProps) {
  const { t, i18n } = useTranslation();
  return (
    <Card title={t("figures.figure.inputs")} flush>
      <DataTable
        caption={t("figures.figure.inputs")}
        rows={inputs.map((input, at) => ({ ...input, at }))}
        rowKey={({ at }) => String(at)}
        empty={<Empty>{t("figures.figure.no_inputs")}</Empty>}
        columns={[
          { key: "name", title: t("figures.figure.contributor"), lead: true, cell: ({ name }) => name },
          {
            key: "amount",
            title: t("figures.figure.amount"),
            figures: true,
            cell: ({ amount }) => amountText(amount, definition.unit, t, i18n.language),
          },
          { key: "open", title: "", cell: (input) => <Look input={input} onLook={onLook} /> },
        ]}
      />
    </Card>
  );
}

/** To the record itself, where it has a page that the administration reads. */
function Look({ input, onLook }: { readonly input: Detail["inputs"][number] } & Pick<InputsProps, "onLook">) {
  const { t } = useTranslation();
  const { declarationId, upgradeId } = input;
  if (upgradeId !== null) {
    return (
      <AppLink to="/upgrade/$id" params={{ id: upgradeId }}>
        {t("figures.desk.look")}
      </AppLink>
    );
  }
  if (declarationId === null) return <>—</>;
  return (
    <Button small onClick={() => onLook(declarationId)}>
      {t("figures.desk.look")}
    </Button>
  );
}
