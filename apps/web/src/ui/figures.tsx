import { moneyText, priceText, quantityText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";

type MoneyProps = { readonly amount: number; readonly currency: string; readonly strong?: boolean };

/** An amount in minor units with its currency, in tabular figures. */
export function MoneyText({ amount, currency, strong = false }: MoneyProps) {
  const { i18n } = useTranslation();
  const text = moneyText(amount, currency, localeOf(i18n.language));
  return strong ? <strong className="k-figures">{text}</strong> : <span className="k-figures">{text}</span>;
}

/** A unit price (decimal text, never rounded) with its currency. */
export function PriceText({ price, currency }: { readonly price: string; readonly currency: string }) {
  const { i18n } = useTranslation();
  return <span className="k-figures">{priceText(price, currency, localeOf(i18n.language))}</span>;
}

/** A quantity with its unit; unknown units show their code. */
export function QuantityText({ value, unit }: { readonly value: string; readonly unit: string }) {
  const { i18n } = useTranslation();
  return <span className="k-figures">{quantityText({ value, unit }, localeOf(i18n.language))}</span>;
}
