import { allPacks, nameOf } from "@jizhen/spec";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { CheckField, SelectField } from "#ui/field.tsx";
import { SearchField } from "#ui/search-field.tsx";
import type { BoardSearch, Turn } from "./search.ts";

type FiltersProps = { readonly search: BoardSearch; readonly onTurn: Turn };
const days = ["1", "3", "7", "30"] as const;

function useFamilies() {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return allPacks.flatMap(({ families }) => families).map(({ code }) => ({ value: code, label: nameOf({ family: code }, locale) }));
}

/** Words and family: on both boards. */
export function TextAndFamily({ search, onTurn }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <>
      <SearchField
        label={t("procurement.board.text")}
        placeholder={t("procurement.board.text_hint")}
        text={search.text ?? ""}
        onTurn={(text) => onTurn({ text })}
      />
      <SelectField
        label={t("procurement.board.family")}
        none={t("procurement.board.every_family")}
        choices={useFamilies()}
        value={search.family ?? ""}
        onChange={(event) => onTurn({ family: event.target.value as NonNullable<BoardSearch["family"]> })}
      />
    </>
  );
}

export function BoardFilters({ search, onTurn }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <search className="b-filters">
      <TextAndFamily search={search} onTurn={onTurn} />
      <SelectField
        label={t("procurement.board.closes")}
        none={t("procurement.board.closes.any")}
        choices={days.map((value) => ({ value, label: t("procurement.board.closes.days", { count: Number(value) }) }))}
        value={search.days ?? ""}
        onChange={(event) => onTurn({ days: days.find((value) => value === event.target.value) })}
      />
      <SelectField
        label={t("procurement.board.sort")}
        choices={(["closing", "newest"] as const).map((value) => ({ value, label: t(`procurement.board.sort.${value}`) }))}
        value={search.sort ?? "closing"}
        onChange={(event) => onTurn({ sort: event.target.value === "newest" ? "newest" : undefined })}
      />
      <div className="b-checks">
        <CheckField
          label={t("procurement.board.only_fits")}
          checked={search.fits === true}
          onChange={(event) => onTurn({ fits: event.target.checked ? true : undefined })}
        />
        <CheckField
          label={t("procurement.board.only_invited")}
          checked={search.asked === true}
          onChange={(event) => onTurn({ asked: event.target.checked ? true : undefined })}
        />
      </div>
    </search>
  );
}
