import { lastQuarterBefore, Quarter } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { DeclarationCells } from "./declaration-cells.tsx";
import { DeclarationForm, type View } from "./declaration-form.tsx";
import { QuarterPicker } from "./quarter-picker.tsx";
import { signOf } from "./words.ts";

/** A firm's figures of one quarter: written, handed in, or as they were handed in. */
export function DeclarationPage() {
  const { t } = useTranslation();
  const search: { quarter?: string } = useSearch({ from: "/declarations" });
  const navigate = useNavigate();
  const asked = Quarter.safeParse(search.quarter);
  const quarter = asked.success ? asked.data : lastQuarterBefore(new Date());
  const query = useQuery(useTRPC().town.declaration.own.queryOptions({ quarter }));
  return (
    <Page title={t("figures.declaration.title")} subtitle={t("figures.declaration.subtitle")}>
      <Stack>
        <QuarterPicker value={quarter} onChange={(next) => void navigate({ to: "/declarations", search: { quarter: next } as never })} />
        <Asked query={query}>{(view) => <Declared key={`${view.quarter} ${view.declaration?.version ?? 0}`} view={view} />}</Asked>
      </Stack>
    </Page>
  );
}

function Declared({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { declaration } = view;
  const state = declaration?.state ?? "none";
  return (
    <Stack>
      <div>
        <StatusTag sign={signOf[state] ?? "draft"}>{t(`figures.state.${state}`)}</StatusTag>
      </div>
      {declaration?.state === "open" && declaration.returned !== null && (
        <Notice tone="doubt">{t("figures.declaration.returned", { reason: declaration.returned })}</Notice>
      )}
      {!view.reportOpen && <Notice>{t("figures.declaration.locked")}</Notice>}
      {view.actions.includes("submit") ? (
        <DeclarationForm view={view} />
      ) : (
        declaration && (
          <Card flush>
            <DeclarationCells
              cells={declaration.cells}
              definitions={view.definitions}
              unusual={new Set(view.outliers.map(({ id }) => id))}
            />
          </Card>
        )
      )}
      {view.history.length > 0 && (
        <Card title={t("figures.declaration.history")}>
          <ul>
            {view.history.map(({ revision, at, by }) => (
              <li key={revision}>
                {t("figures.declaration.revision", { revision })} · {by ?? "—"} · <Moment at={at} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}
