import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";

type PagerProps = {
  readonly page: number;
  readonly total: number;
  readonly pageSize: number;
  readonly onTurn: (page: number) => void;
};

/** Turns the pages of a list that is counted on the server; a list of one page has none. */
export function Pager({ page, total, pageSize, onTurn }: PagerProps) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (total <= pageSize) return <></>;
  return (
    <nav className="t-pager" aria-label={t("town.pager.pages")}>
      <Button disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {t("town.pager.previous")}
      </Button>
      <span className="k-figures">{t("town.pager.page", { page, pages, total })}</span>
      <Button disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t("town.pager.next")}
      </Button>
    </nav>
  );
}
