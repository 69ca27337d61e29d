import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { CellOf, comparable, type Order, ShownValue, sorted } from "./board-table.tsx";
import { type Board, definitionWords } from "./words.ts";

type Props = { readonly board: Board; readonly order: Order | null; readonly onOrder: (order: Order) => void };

/** The board on a phone: one indicator, its towns in order. Where ranks would mislead there are none. */
export function BoardRanking({ board, order, onOrder }: Props) {
  const { t, i18n } = useTranslation();
  const definition = board.definitions.find(({ key }) => key === (order?.key ?? "output_value")) ?? board.definitions[0];
  if (!definition) return <Quiet>{t("figures.board.empty")}</Quiet>;
  const total = board.totals[definition.key];
  const wanted: Order = { key: definition.key, of: order?.of ?? "amount" };
  const ranked = total?.ranks === "shown" || (wanted.of === "growth" && comparable(board.towns, definition.key));
  return (
    <Stack>
      <SelectField
        label={t("figures.board.indicator")}
        choices={board.definitions.map((one) => ({ value: one.key as string, label: definitionWords(one, i18n.language).name }))}
        value={definition.key}
        onChange={(event) => onOrder({ key: event.target.value, of: order?.of ?? "amount" })}
      />
      <Quiet>{definitionWords(definition, i18n.language).meaning}</Quiet>
      {total && total.ranks !== "shown" && !ranked && <Notice>{t(`figures.board.ranks.${total.ranks}`)}</Notice>}
      <Card title={t("figures.board.total")}>{total && <ShownValue shown={total.value} definition={definition} />}</Card>
      <ol className="t-ranking">
        {sorted(board.towns, ranked ? wanted : null).map((town) => (
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
