import { Quarter, Year } from "@jizhen/domain-town";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useNarrow } from "#lib/use-narrow.ts";
import { Asked } from "#ui/asked.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { BoardRanking } from "./board-ranking.tsx";
import { BoardTable, type Order, OrderField } from "./board-table.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { StepButton } from "./report-action.tsx";
import "./figures.css";
import { type Board, quarterName } from "./words.ts";

/** Screen 36: towns × indicators of a quarter or a year; on a phone one indicator at a time, ranked. */
export function BoardPage() {
  const { t } = useTranslation();
  const search: { period?: string } = useSearch({ from: "/province/board" });
  const asked = Quarter.safeParse(search.period).data ?? Year.safeParse(search.period).data ?? null;
  const query = useQuery({ ...useTRPC().town.board.get.queryOptions({ period: asked }), placeholderData: keepPreviousData });
  return (
    <Page title={t("figures.board.title")} subtitle={t("figures.board.subtitle")}>
      <Asked query={query}>{(board) => <BoardOf board={board} />}</Asked>
    </Page>
  );
}

const most = 4;

function BoardOf({ board }: { readonly board: Board }) {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const client = useTRPCClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [order, setOrder] = useState<Order | null>(null);
  if (board.quarters.length === 0) return <Empty>{t("figures.board.empty")}</Empty>;
  const choose = (id: string) =>
    setChosen((held) => (held.includes(id) ? held.filter((one) => one !== id) : held.length < most ? [...held, id] : held));
  const compared = board.towns.filter(({ id }) => chosen.includes(id));
  const locked = board.towns.some(({ report }) => report?.state === "locked") && board.period.includes("Q");
  return (
    <Stack>
      <Row between>
        <Row>
          <PeriodPicker board={board} />
          <OrderField board={board} order={order} onOrder={setOrder} />
        </Row>
        <Row>
          {locked && (
            <StepButton
              label={t("figures.board.publish")}
              done={t("figures.board.published")}
              send={(call) => client.town.publication.publish.mutate({ quarter: Quarter.parse(board.period) }, call)}
            />
          )}
          <ExportButtons sheet={{ kind: "board", filter: { period: board.period } }} paper={{ kind: "board", id: board.period }} />
        </Row>
      </Row>
      {narrow ? (
        <BoardRanking board={board} order={order} onOrder={setOrder} />
      ) : (
        <Card flush>
          <BoardTable
            board={board}
            towns={board.towns}
            order={order}
            onOrder={setOrder}
            chosen={chosen}
            onChoose={choose}
            full={chosen.length >= most}
          />
        </Card>
      )}
      {compared.length > 1 && !narrow && (
        <Card title={`${t("figures.board.comparison")}: ${compared.map((town) => nameIn(i18n.language, town)).join(" · ")}`} flush>
          <BoardTable board={board} towns={compared} order={order} onOrder={setOrder} chosen={chosen} onChoose={choose} full />
        </Card>
      )}
    </Stack>
  );
}

function PeriodPicker({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const years = [...new Set(board.quarters.map((quarter) => quarter.slice(0, 4)))];
  const throughOf = (year: string) => quarterName(board.quarters.find((quarter) => quarter.startsWith(year)) ?? `${year}-Q4`, t);
  return (
    <SelectField
      label={t("figures.board.period")}
      choices={[
        ...board.quarters.map((quarter) => ({ value: quarter as string, label: quarterName(quarter, t) })),
        ...years.map((year) => ({ value: year, label: t("figures.board.year", { year, through: throughOf(year) }) })),
      ]}
      value={board.period}
      onChange={(event) => void navigate({ to: "/province/board", search: { period: event.target.value } as never })}
    />
  );
}
