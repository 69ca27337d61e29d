import { quarterPlus, figures as values } from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { familyNames } from "@jizhen/spec";
import { useQuery } from "@tanstack/react-query";
import { momentText, numberText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Asked } from "#ui/asked.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Sparkline } from "#ui/sparkline.tsx";
import { Empty } from "#ui/states.tsx";
import { shownOf } from "./filed-figures.tsx";
import { definitionWords, quarterName, shownText } from "./words.ts";

type Cockpit = Outputs["town"]["indicator"]["cockpit"];

/** Screen 34: what waits first, then four indicators with last year's line, then the market. */
export function CockpitPage() {
  const { t, i18n } = useTranslation();
  const query = useQuery(useTRPC().town.indicator.cockpit.queryOptions());
  const at = query.data ? momentText(query.data.at, localeOf(i18n.language)) : "";
  return (
    <Page title={t("figures.cockpit.title")} subtitle={t("figures.cockpit.subtitle", { at })}>
      <Asked query={query}>{(cockpit) => <CockpitOf cockpit={cockpit} />}</Asked>
    </Page>
  );
}

const todoPlaces = {
  complaintsOverdue: "/town/complaints",
  admissions: "/town/members",
  complaints: "/town/complaints",
  capabilities: "/town/capabilities",
  declarations: "/town/reports",
  reports: "/town/reports",
  reopened: "/town/reports",
} as const;

function CockpitOf({ cockpit }: { readonly cockpit: Cockpit }) {
  const { t, i18n } = useTranslation();
  const waiting = (Object.keys(todoPlaces) as (keyof typeof todoPlaces)[]).filter((key) => cockpit.todo[key] > 0);
  const { hours, requests } = cockpit.firstQuoteHours;
  return (
    <Stack>
      {cockpit.firms === 0 && (
        <Empty action={<AppLink to="/town/members">{t("shell.nav.admission")}</AppLink>}>{t("figures.cockpit.empty")}</Empty>
      )}
      <Card title={t("figures.cockpit.todo")}>
        {waiting.length === 0 && <Quiet>{t("figures.cockpit.todo.nothing")}</Quiet>}
        <Grid least={180}>
          {waiting.map((key) => (
            <AppLink
              key={key}
              to={todoPlaces[key]}
              search={(key === "complaintsOverdue" ? { state: "overdue" } : {}) as never}
              className={key === "complaintsOverdue" ? "t-todo t-todo-late" : "t-todo"}
            >
              <strong className="k-figures">{cockpit.todo[key]}</strong> {t(`figures.cockpit.todo.${key}`)}
            </AppLink>
          ))}
        </Grid>
      </Card>
      <Grid least={280}>
        {cockpit.definitions.map((definition) => (
          <IndicatorCard key={definition.key} cockpit={cockpit} definition={definition} />
        ))}
      </Grid>
      <Card title={t("figures.cockpit.market")}>
        <Grid least={280}>
          <div>
            <Quiet>{t("figures.cockpit.first_quote")}</Quiet>
            {hours === null ? (
              t("figures.value.missing")
            ) : (
              <AppLink to="/town/figures/$key/$period" params={{ key: "first_quote_hours", period: cockpit.quarter }}>
                {t("figures.cockpit.first_quote_value", {
                  hours: numberText(Number(hours.toFixed(1)), localeOf(i18n.language)),
                  count: requests,
                })}
              </AppLink>
            )}
          </div>
          <div>
            <Quiet>{t("figures.cockpit.products")}</Quiet>
            <ol>
              {cockpit.products.map(({ family, requests: count }) => (
                <li key={family}>
                  {familyNames(family, localeOf(i18n.language))} · {t("figures.cockpit.requests", { count })}
                </li>
              ))}
            </ol>
          </div>
        </Grid>
      </Card>
    </Stack>
  );
}

type CardProps = { readonly cockpit: Cockpit; readonly definition: Cockpit["definitions"][number] };

function IndicatorCard({ cockpit, definition }: CardProps) {
  const { t, i18n } = useTranslation();
  const byQuarter = new Map(cockpit.series.filter(({ key }) => key === definition.key).map((point) => [point.quarter, point]));
  const lineFrom = (first: number) =>
    Array.from({ length: 4 }, (_, at) => {
      const point = byQuarter.get(quarterPlus(cockpit.quarter, first + at));
      const number = point && values.numberOf(point.value);
      return number ? ratios.toApproximateNumber(number) : null;
    });
  const [now, before] = [lineFrom(-3), lineFrom(-7)];
  const newest = [...byQuarter.values()].sort((a, b) => (a.quarter < b.quarter ? 1 : -1))[0];
  const { name } = definitionWords(definition, i18n.language);
  if (!newest)
    return (
      <Card title={name}>
        <Quiet>{t("figures.cockpit.no_figure")}</Quiet>
      </Card>
    );
  const yearBefore = byQuarter.get(quarterPlus(newest.quarter, -4));
  const [here, then] = [values.numberOf(newest.value), yearBefore ? values.numberOf(yearBefore.value) : null];
  const comparable = here && then && then.n > 0n && newest.version === yearBefore?.version;
  const share = comparable ? ratios.multiply(ratios.subtract(ratios.divide(here, then), ratios.ratio(1)), ratios.ratio(100)) : null;
  const source = t(definition.source === "declared" ? "figures.cockpit.declared" : "figures.cockpit.computed");
  return (
    <Card title={name}>
      <Stack gap={2}>
        <AppLink to="/town/figures/$key/$period" params={{ key: definition.key, period: newest.quarter }}>
          <strong className="k-figures">{shownText(shownOf(newest.value), definition.unit, t, i18n.language)}</strong>
        </AppLink>
        <span>
          {share === null ? t("figures.cockpit.growth_none") : t("figures.cockpit.growth", { percent: ratios.toDecimal(share, 1) })}
        </span>
        <Sparkline wide values={now} before={before} label={`${t("figures.cockpit.this_year")} / ${t("figures.cockpit.last_year")}`} />
        <Quiet>
          {t("figures.cockpit.source", {
            source,
            period: quarterName(newest.quarter, t),
            revision: newest.revision,
            at: momentText(newest.at, localeOf(i18n.language)),
          })}
        </Quiet>
      </Stack>
    </Card>
  );
}
