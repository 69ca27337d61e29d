import { compactMoneyText, dateText, numberText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";

type Figure = Outputs["town"]["portal"]["get"]["figures"][number];

/** What the province published of the town last, with where it comes from; hidden is a word, never a number. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const { t, i18n } = useTranslation();
  const [first] = figures;
  return (
    <Card title={t("town.public.figures")}>
      {first ? (
        <Stack gap={3}>
          <Quiet>
            {t("town.public.figures_of", {
              year: first.quarter.slice(0, 4),
              nth: first.quarter.slice(6),
              on: dateText(first.publishedOn, localeOf(i18n.language)),
            })}
          </Quiet>
          <Grid least={180}>
            {figures.map((figure) => (
              <OneFigure key={figure.key} figure={figure} />
            ))}
          </Grid>
        </Stack>
      ) : (
        <Quiet>{t("town.public.no_figures")}</Quiet>
      )}
    </Card>
  );
}

function OneFigure({ figure }: { readonly figure: Figure }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === "en";
  const source = t(figure.source === "declared" ? "town.public.figure_declared" : "town.public.figure_computed");
  return (
    <div title={english ? figure.meaningEn : figure.meaningZh}>
      <div className="k-quiet">{english ? figure.nameEn : figure.nameZh}</div>
      <strong className="k-figures">
        <Amount figure={figure} />
      </strong>
      <div className="k-quiet">{t("town.public.figure_source", { source, version: figure.version, revision: figure.revision })}</div>
    </div>
  );
}

function Amount({ figure: { shown, unit } }: { readonly figure: Figure }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  if (shown.state !== "value") return <>{t(`town.public.figure_${shown.state}`)}</>;
  const amount = Number(shown.amount);
  if (unit === "fen") return <>{compactMoneyText(amount, "CNY", locale)}</>;
  return <>{t(`town.public.unit.${unit}`, { amount: numberText(Number(amount.toFixed(2)), locale) })}</>;
}
