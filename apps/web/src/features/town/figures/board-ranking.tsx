import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "#lib/session.ts";
import { SelectField } from "#ui/field.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { CellOf, ShownValue, sorted } from "./board-table.tsx";
import { type Board, definitionWords } from "./words.ts";

/** The board on a phone: one indicator, its towns in order. Where ranks would mislead there are none. */
export function BoardRanking({ board }: { readonly board: Board }) {
  const { t, i18n } = useTranslation();
  const [key, setKey] = useState<string>("output_value");
  const definition = board.definitions.find((one) => one.key === key) ?? board.definitions[0];
  if (!definition) return <Quiet>{t("figures.board.empty")}</Quiet>;
  const total = board.totals[definition.key];
  return (
    <Stack>
      <SelectField
        label={t("figures.board.indicator")}
        choices={board.definitions.map((one) => ({ value: one.key as string, label: definitionWords(one, i18n.language).name }))}
        value={definition.key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Quiet>{definitionWords(definition, i18n.language).meaning}</Quiet>
      {total && total.ranks !== "shown" && <Notice>{t(`figures.board.ranks.${total.ranks}`)}</Notice>}
      <Card title={t("figures.board.total")}>{total && <ShownValue shown={total.value} definition={definition} />}</Card>
      <ol className="t-ranking">
        {sorted(board.towns, total?.ranks === "shown" ? definition.key : null).map((town) => (
          <li key={town.id}>
            <Card title={nameIn(i18n.language, town)}>
              <CellOf cell={town.cells[definition.key]} definition={definition} />
            </Card>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
