import { orderTotals, type PurchaseOrder, promisedDate } from "@jizhen/domain-trade";
import type { TextKey } from "@jizhen/i18n";
import { currencyExponents, minor, sum, unreachable } from "@jizhen/kernel";
import { nameOf, shownValue, summaryOf } from "@jizhen/spec";
import type { Content, TableCell } from "pdfmake/interfaces";
import { inChineseCapitals } from "./capitals.ts";
import { amountOf, dateOf, momentOf, readable } from "./figures.ts";
import type { Paper } from "./paper.ts";
import type { Press, Say } from "./press.ts";

type Line = PurchaseOrder["lines"][number];
type Style = { readonly [name: string]: unknown };

const grey = "#646a73";

/** The purchase order 采购订单 on A4: what the record says, in the order a clerk looks for it. */
export function orderPaper(order: PurchaseOrder, press: Press): Paper {
  const { say, type } = press;
  const demo = order.terms.buyer.demo || order.terms.supplier.demo;
  const text = (words: string, style: Style = {}): Content => ({ text: type.set(words), ...style });
  const content: Content[] = [
    heading(order, press, text),
    parties(order, press, text),
    lineTable(order, press, text),
    sums(order, press, text),
    terms(order, press, text),
    signatures(press, text),
  ];
  if (type.replaced()) content.push(text(say("documents.order.missing_signs"), { fontSize: 7.5, color: grey, margin: [0, 10, 0, 0] }));
  const made = say("documents.order.made_at", { at: momentOf(press.madeAt) });
  return {
    font: press.font,
    content,
    info: { title: `${say("documents.order.title")} ${order.number}`, subject: order.request.title, creator: "Jizhen" },
    pageWords: say("documents.order.page", { page: "{{page}}", pages: "{{pages}}" }),
    footer: text(`${order.number}  ·  ${made}${demo ? `\n${say("documents.demo_note")}` : ""}`),
    continued: text(`${say("documents.order.title")}  ${say("documents.order.continued", { number: order.number })}`, {
      fontSize: 8,
      color: grey,
    }),
    mark: demo ? say("documents.demo") : null,
    language: press.locale,
  };
}

type Text = (words: string, style?: Style) => Content;

function heading(order: PurchaseOrder, { say }: Press, text: Text): Content {
  const facts: [string, string][] = [
    [say("documents.order.number"), order.number],
    [say("documents.order.issued_at"), dateOf(order.issuedAt)],
    [say("documents.order.request"), order.request.number],
  ];
  return {
    stack: [
      {
        columns: [
          {
            width: "*",
            stack: [
              text(say("documents.order.title"), { fontSize: 20, bold: true }),
              text(order.request.title, { fontSize: 10.5, margin: [0, 2, 12, 0] }),
            ],
          },
          {
            width: "auto",
            table: {
              body: facts.map(([name, value]): TableCell[] => [
                text(name, { color: grey }),
                text(value, { bold: true, alignment: "right" }),
              ]),
            },
            layout: "noBorders",
          },
        ],
      },
      text(standing(order, say), { margin: [0, 6, 0, 10], color: grey }),
    ],
  };
}

/** What the paper is worth on the day it is made. */
function standing(order: PurchaseOrder, say: Say): string {
  switch (order.status) {
    case "issued":
      return say("documents.order.unconfirmed", { at: momentOf(order.answerBy) });
    case "confirmed":
      return say("documents.order.confirmed_on", { at: momentOf(order.answeredAt) });
    case "refused":
      return say("documents.order.refused_on", { at: momentOf(order.answeredAt) });
    case "lapsed":
      return say("documents.order.lapsed_on", { at: momentOf(order.lapsedAt) });
    default:
      return unreachable(order);
  }
}

function parties({ terms: { buyer, supplier } }: PurchaseOrder, { say, locale }: Press, text: Text): Content {
  const party = (title: string, { nameZh, nameEn, country, number }: typeof buyer): TableCell => {
    const [name, other] = locale === "zh-CN" || nameEn === null ? [nameZh, nameEn] : [nameEn, nameZh];
    const code = say(country === "CN" ? "documents.order.party.code" : "documents.order.party.register");
    return {
      stack: [
        text(title, { color: grey, fontSize: 8 }),
        text(name, { bold: true, fontSize: 10.5, margin: [0, 2, 0, 0] }),
        ...(other === null ? [] : [text(other, { fontSize: 8 })]),
        text(`${code} ${number}`, { fontSize: 8, margin: [0, 3, 0, 0] }),
      ],
    };
  };
  return {
    table: { widths: ["*", "*"], body: [[party(say("documents.order.buyer"), buyer), party(say("documents.order.supplier"), supplier)]] },
    layout: "boxes",
    margin: [0, 0, 0, 12],
  };
}

/** A row goes to the next page whole, unless it alone could fill one. */
const longestWholeRow = 1_200;

function lineTable(order: PurchaseOrder, press: Press, text: Text): Content {
  const { say } = press;
  const { currency, priceIncludesTax } = order.terms;
  const head = (words: string, alignment: "left" | "right" = "left") => text(words, { bold: true, fontSize: 8.5, alignment });
  const header: TableCell[] = [
    head(say("documents.order.column.no")),
    head(say("documents.order.column.spec")),
    head(say("documents.order.column.quantity"), "right"),
    head(say(priceIncludesTax ? "documents.order.column.price_inclusive" : "documents.order.column.price_exclusive"), "right"),
    head(say("documents.order.column.amount", { currency }), "right"),
    text(say("documents.order.column.delivery"), { bold: true, fontSize: 8.5, margin: [6, 0, 0, 0] }),
  ];
  const isShort = order.lines.every((line) => line.text.length + line.note.length + (line.deviation?.length ?? 0) < longestWholeRow);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: isShort,
      widths: [20, "*", 54, 62, 72, 76],
      body: [header, ...order.lines.map((line) => lineRow(line, order, press, text))],
    },
    layout: "lines",
  };
}

function lineRow(line: Line, order: PurchaseOrder, press: Press, text: Text): TableCell[] {
  const { say } = press;
  const { currency } = order.terms;
  const unit = unitWord(line.quantity.unit, say);
  const per = readable(line.base) === "1" ? "" : `\n${say("documents.order.line.per", { base: readable(line.base), unit })}`;
  return [
    text(String(line.lineNo), { color: grey }),
    { stack: described(line, press, text) },
    text(`${readable(line.quantity.value)} ${unit}`, { alignment: "right" }),
    text(`${readable(line.price, currencyExponents[currency])}${per}`, { alignment: "right" }),
    text(amountOf(line.amount, currency), { alignment: "right" }),
    text(deliveryOf(line, order, say), { fontSize: 8, margin: [6, 0, 0, 0] }),
  ];
}

function described({ spec, text: written, note, deviation }: Line, { locale, say }: Press, text: Text): Content[] {
  const short = { fontSize: 7.5, color: grey };
  const between = locale === "zh-CN" ? "：" : ": ";
  const title = spec.byText ? written : summaryOf(spec, locale);
  const held = spec.byText ? [] : spec.values.filter((value) => value.value !== null);
  const facts = held
    .map((value) => ({ attribute: value.attribute, shown: shownValue(spec.family, value, locale) }))
    // The title has said it already.
    .filter(({ shown }) => !title.includes(shown))
    .map(({ attribute, shown }) => ({ shown, name: nameOf({ family: spec.family, attribute }, locale) }))
    .map(({ name, shown }) => (shown.startsWith(name) ? shown : `${name} ${shown}`));
  const parts: Content[] = [text(title === "" ? written : title, { bold: true })];
  if (facts.length > 0) parts.push(text(facts.join(locale === "zh-CN" ? "；" : "; "), short));
  if (!spec.byText && written !== "") parts.push(text(`${say("documents.order.line.as_written")}${between}${written}`, short));
  for (const words of [spec.byText ? "" : spec.note, note])
    if (words !== "") parts.push(text(`${say("documents.order.line.note")}${between}${words}`, short));
  if (deviation !== null) parts.push(text(`${say("documents.order.line.deviation")}${between}${deviation}`, { bold: true, fontSize: 8 }));
  return parts;
}

function deliveryOf(line: Line, order: PurchaseOrder, say: Say): string {
  const promised = promisedDate(line, order.issuedAt);
  return [
    promised === null ? "" : say("documents.order.line.promised", { date: promised }),
    line.leadDays === null ? "" : say("documents.order.line.lead_days", { days: line.leadDays }),
    line.wantedDate === null ? "" : say("documents.order.line.wanted", { date: line.wantedDate }),
  ]
    .filter((words) => words !== "")
    .join("\n");
}

function sums(order: PurchaseOrder, { say, locale }: Press, text: Text): Content {
  const { currency, charges, taxRate } = order.terms;
  const { net, tax } = orderTotals(order.terms, order.lines);
  const goods = sum(order.lines.map((line) => line.amount));
  const row = (name: string, amount: number, style: Style = {}): TableCell[] => [
    text(name, { alignment: "right", color: grey, ...style }),
    text(`${currency} ${amountOf(minor(amount), currency)}`, { alignment: "right", ...style }),
  ];
  const rows = [
    row(say("documents.order.goods"), goods),
    ...charges.map((charge) => row(chargeWord(charge.part, say), charge.amount)),
    row(say("documents.order.net"), net),
    row(say("documents.order.tax", { rate: taxRate }), tax),
    row(say("documents.order.payable"), order.payable, { bold: true, fontSize: 11, color: "#1f2329" }),
  ];
  const capitals =
    locale === "zh-CN" && currency === "CNY"
      ? [
          text(`${say("documents.order.in_words")}：${inChineseCapitals(order.payable)}`, {
            bold: true,
            margin: [0, 4, 0, 0],
            alignment: "right",
          }),
        ]
      : [];
  return {
    unbreakable: true,
    margin: [0, 8, 0, 12],
    stack: [{ table: { widths: ["*", "auto"], body: rows }, layout: "noBorders" }, ...capitals],
  };
}

function terms({ terms: agreed, request, source }: PurchaseOrder, { say, locale }: Press, text: Text): Content {
  const { incoterm, place, port, deliverTo, paymentDays, taxRate, priceIncludesTax, note } = agreed;
  const at = [place, port].filter((part) => part !== null && part !== "").join(locale === "zh-CN" ? "，" : ", ");
  const delivery =
    incoterm === null
      ? say("documents.order.terms.delivery_agreed", { place: at })
      : say("documents.order.terms.delivery_rule", { rule: incoterm, place: at });
  const rows: [string, string][] = [[say("documents.order.terms.delivery"), delivery]];
  if (deliverTo !== "" && deliverTo !== place) rows.push([say("documents.order.terms.deliver_to"), deliverTo]);
  rows.push([
    say("documents.order.terms.payment"),
    paymentDays === null ? say("documents.order.terms.payment_agreed") : say("documents.order.terms.payment_days", { days: paymentDays }),
  ]);
  rows.push([
    say("documents.order.terms.tax"),
    say(priceIncludesTax ? "documents.order.terms.tax_inclusive" : "documents.order.terms.tax_exclusive", { rate: taxRate }),
  ]);
  if (note !== "") rows.push([say("documents.order.terms.note"), note]);
  rows.push([
    say("documents.order.terms.source"),
    say("documents.order.terms.source_text", { request: request.number, round: source.round }),
  ]);
  return {
    stack: [
      text(say("documents.order.terms"), { bold: true, fontSize: 10.5, margin: [0, 0, 0, 4] }),
      {
        table: { widths: [92, "*"], body: rows.map(([name, words]): TableCell[] => [text(name, { color: grey }), text(words)]) },
        layout: "noBorders",
      },
    ],
  };
}

function signatures({ say }: Press, text: Text): Content {
  const place = (title: string): TableCell => ({
    stack: [
      text(title, { color: grey, fontSize: 8 }),
      text(say("documents.order.sign_date"), { color: grey, fontSize: 8, margin: [0, 42, 0, 0] }),
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      {
        table: { widths: ["*", "*"], body: [[place(say("documents.order.sign_buyer")), place(say("documents.order.sign_supplier"))]] },
        layout: "boxes",
      },
    ],
  };
}

/** A code that has no word yet is printed as it is rather than left out. */
const known = (key: string, code: string, say: Say): string => {
  const said = say(key as TextKey);
  return said === key ? code : said;
};
const unitWord = (code: string, say: Say) => known(`ui.unit.${code}`, code, say);
const chargeWord = (part: string, say: Say) => known(`trade.order.charge.${part}`, part, say);
