import { nameOf, summaryOf } from "@jizhen/spec";
import { memo } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { QuantityText } from "#ui/figures.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip, DemoRibbon, type StatusSign, StatusTag } from "#ui/tag.tsx";
import type { BoardPage } from "./question.ts";

export type BoardRow = BoardPage["rows"][number];
type Verdict = BoardRow["match"]["verdict"];
const signs: Record<Verdict, StatusSign> = { satisfied: "good", unknown: "waiting", violated: "ended" };

/** "3 of 5 lines fit" where a request is mixed: a word and a sign, never colour alone. */
export function VerdictTag({ verdict, fits, all }: { readonly verdict: Verdict; readonly fits: number; readonly all: number }) {
  const { t } = useTranslation();
  const some = fits > 0 && fits < all;
  return (
    <StatusTag sign={signs[verdict]}>
      {t(`procurement.board.verdict.${verdict}`)}
      {some && ` · ${t("procurement.board.fits_some", { fits, all })}`}
    </StatusTag>
  );
}

/** Lines as people read them; what a person wrote as text stays as written. */
export function LineList({ lines, all }: { readonly lines: BoardRow["lines"]; readonly all: number }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (
    <ol className="b-lines">
      {lines.map(({ lineNo, spec, text, quantity, wantedDate }) => (
        <li key={lineNo}>
          <span className="b-line-what">{spec.byText ? text : summaryOf(spec, locale)}</span>
          <span className="b-line-much">
            <QuantityText value={quantity.value} unit={quantity.unit} />
            {wantedDate !== null && (
              <>
                {" · "}
                {t("procurement.board.wanted")} <DateText date={wantedDate} />
              </>
            )}
          </span>
        </li>
      ))}
      {all > lines.length && <li className="k-quiet">{t("procurement.board.lines_more", { count: all - lines.length })}</li>}
    </ol>
  );
}

/** The first thing that stands in the way, in words. */
function FirstGap({ row }: { readonly row: BoardRow }) {
  const { t, i18n } = useTranslation();
  const [first] = row.match.shortfalls;
  if (row.match.bar !== null) return <p className="b-gap">{t(`procurement.match.bar.${row.match.bar}`)}</p>;
  if (!first) return null;
  if (first.shortfall === null) return <p className="b-gap">{t(`procurement.match.bar.${first.bar}`)}</p>;
  const family = row.lines.find(({ lineNo }) => lineNo === first.lineNo)?.spec.family;
  const name = family ? nameOf({ family, attribute: first.shortfall.attribute }, localeOf(i18n.language)) : first.shortfall.attribute;
  return (
    <p className="b-gap">
      {t("ui.pair", { name: `${name} ${first.shortfall.asked}`, value: t(`procurement.match.reason.${first.shortfall.reason}`) })}
    </p>
  );
}

type BoardCardProps = { readonly row: BoardRow; readonly onExplain: (id: BoardRow["id"]) => void };

/** A card is drawn anew when its request changes, not with each turn of a filter. */
export const BoardCard = memo(function BoardCard({ row, onExplain }: BoardCardProps) {
  const { t, i18n } = useTranslation();
  const { match } = row;
  return (
    <article className="b-card">
      <header className="b-card-head">
        <h2>
          <AppLink to="/selling/requests/$id" params={{ id: row.id }}>
            {row.title}
          </AppLink>
        </h2>
        <span className="b-close">
          <span className="k-quiet">{t("procurement.board.closes_in")}</span>{" "}
          <Countdown to={row.closesAt} over={t("procurement.board.closed")} />
        </span>
      </header>
      <p className="b-who">
        <span className="k-figures">{row.number}</span>
        <span>{row.buyer === null ? t("procurement.board.buyer_hidden") : nameIn(i18n.language, row.buyer)}</span>
        {row.buyer?.demo && <DemoRibbon />}
        <span>
          {t("procurement.board.deliver_to")} {[row.incoterm, row.place].filter((part) => part !== null).join(" ")}
        </span>
      </p>
      <LineList lines={row.lines} all={row.lineCount} />
      <footer className="b-card-foot">
        <span className="k-row k-gap-2">
          <VerdictTag verdict={match.verdict} fits={match.fits.length} all={row.lineCount} />
          {match.score !== null && (
            <span className="k-figures b-score">{t("procurement.board.score", { score: (match.score / 100).toFixed(2) })}</span>
          )}
          {row.invited && <Chip tone="blue">{t("procurement.board.invited")}</Chip>}
          {row.quote !== null && row.quote !== "withdrawn" && <Chip tone="good">{t("procurement.board.quoted")}</Chip>}
          <Chip>{t(row.sealing === "none" ? "procurement.board.quick" : "procurement.board.sealed")}</Chip>
        </span>
        <Button kind="quiet" small onClick={() => onExplain(row.id)} aria-haspopup="dialog">
          {t(match.verdict === "violated" ? "procurement.board.why_not" : "procurement.board.why")}
        </Button>
      </footer>
      {match.verdict !== "satisfied" && <FirstGap row={row} />}
    </article>
  );
});
