import type { CapabilityContent } from "@jizhen/domain-procurement";
import { type CapabilityRange, type FamilyCode, nameOf } from "@jizhen/spec";
import { unitText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { QuantityText } from "#ui/figures.tsx";
import { Facts } from "#ui/layout.tsx";
import { DateText } from "#ui/moment.tsx";

/** What is stated for one attribute, in a few words. */
export function useRangeText(): (family: FamilyCode, attribute: string, range: CapabilityRange, complete: boolean) => string {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (family, attribute, range, complete) => {
    if (range.kind === "any") return t("procurement.capability.any");
    if (range.kind === "interval") {
      const unit = range.unit === null ? "" : ` ${unitText(range.unit)}`;
      return `${attribute === "dn" ? "DN" : ""}${range.low ?? "…"}–${range.high ?? "…"}${unit}`;
    }
    const shown = range.values.map((value) => nameOf({ family, attribute, value }, locale)).join(locale === "en" ? ", " : "、");
    return range.closed || complete ? shown : `${shown} ${t("procurement.capability.among_others")}`;
  };
}

/** A statement as others judge it. */
export function Statement({ content }: { readonly content: CapabilityContent }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const text = useRangeText();
  const { family, attributes, complete, leadDays, free, validTo, documents } = content;
  const ranges = Object.entries(attributes).map(([attribute, range]) => ({
    name: nameOf({ family, attribute }, locale),
    value: text(family, attribute, range, complete),
  }));
  const terms = [
    ...(leadDays === null ? [] : [{ name: t("procurement.capability.lead"), value: String(leadDays) }]),
    ...(free === null ? [] : [{ name: t("procurement.capability.free"), value: <QuantityText value={free.value} unit={free.unit} /> }]),
    ...(validTo === null ? [] : [{ name: t("procurement.capability.valid_to"), value: <DateText date={validTo} /> }]),
    ...(documents.length === 0
      ? []
      : [{ name: t("procurement.capability.documents"), value: documents.map(({ kind }) => kind).join(" · ") }]),
  ];
  return <Facts rows={[...ranges, ...terms]} />;
}
