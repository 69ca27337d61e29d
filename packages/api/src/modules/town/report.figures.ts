import { createHash } from "node:crypto";
import {
  aYearBefore,
  type Computed,
  type Contribution,
  type Decimal,
  type Definition,
  daysOf,
  type FiledFigure,
  figures,
  inForce,
  inputsText,
  instantsOf,
  type Month,
  monthsOf,
  nobody,
  overTime,
  type Quarter,
  ratioOf,
  sumOfFirms,
} from "@jizhen/domain-town";
import { ratios } from "@jizhen/kernel";
import { askedBetween } from "../procurement/public.ts";
import { dealtBetween } from "../trade/public.ts";
import { type AnyTx, ask } from "./ask.ts";
import { upgradesBehind } from "./upgrade.figures.views.ts";

type Stretch = Month | Quarter;
const amount = (value: number): Decimal => figures.decimal(ratios.parseRatio(String(value)) ?? ratios.ratio(0));

type DeclaredRow = { key: string; period: Stretch; from: string; record: string; amount: string };
const declaredSql = `
  select c.key, c.period, d.organisation_id as "from", d.id || '/' || d.revision as record, c.amount
    from declaration d, jsonb_to_recordset(d.cells) as c(key text, part text, period text, amount text)
   where d.town_id = $1 and d.quarter = $2 and d.state = 'checked' and c.part is null and c.amount is not null
   order by d.organisation_id`;

export type Declared = ReadonlyMap<string, readonly Contribution[]>;
const at = (key: string, period: string): string => `${key}@${period}`;

/** What firms declared for a quarter and the reviewer checked, by indicator and period. */
export async function declaredIn(tx: AnyTx, quarter: Quarter): Promise<Declared> {
  const found = new Map<string, Contribution[]>();
  for (const row of await ask<DeclaredRow>(tx, "town.figures.declared", declaredSql, [tx.by.townId, quarter])) {
    const place = at(row.key, row.period);
    const held = found.get(place) ?? [];
    held.push({ from: row.from, amount: figures.decimal(ratios.parseRatio(row.amount) ?? ratios.ratio(0)), record: row.record });
    found.set(place, held);
  }
  return found;
}

const countSql = {
  entities: `select id as record from roll_entry where town_id = $1 and state = 'operating' and (established_on is null or established_on < $3::date)
    and ($2::date is not null) order by id`,
  entities_new: `select id as record from roll_entry where town_id = $1 and state = 'operating' and established_on >= $2::date and established_on < $3::date order by id`,
  members_active: `select id as record from membership where town_id = $1 and kind = 'firm' and decided_at < $3::timestamptz at time zone 'Asia/Shanghai'
    and $2::date is not null and state in ('active', 'suspended', 'left') and (ended_at is null or ended_at >= $3::date at time zone 'Asia/Shanghai') order by id`,
} as const;

async function counted(tx: AnyTx, key: keyof typeof countSql, period: Stretch): Promise<Contribution[]> {
  const { from, until } = daysOf(period);
  const rows = await ask<{ record: string }>(tx, `town.figures.${key}`, countSql[key], [tx.by.townId, from, until]);
  return rows.map(({ record }) => ({ from: record, record, amount: amount(1) }));
}

/** The records behind a figure that the platform counts itself. Nothing found is zero here: the platform knows that there is nothing. */
export async function recordsOf(tx: AnyTx, key: string, period: Stretch): Promise<Contribution[] | null> {
  const { from, until } = instantsOf(period);
  switch (key) {
    case "entities":
    case "entities_new":
    case "members_active":
      return counted(tx, key, period);
    case "requests":
      return (await askedBetween(tx, from, until)).map(({ requestId }) => ({ from: requestId, record: requestId, amount: amount(1) }));
    case "first_quote_hours":
      return (await askedBetween(tx, from, until)).flatMap(({ requestId, firstQuoteHours: hours }) =>
        hours === null ? [] : [{ from: requestId, record: requestId, amount: amount(hours) }],
      );
    case "deals":
      return (await dealtBetween(tx, from, until)).map((deal) => ({
        from: deal.supplierId,
        record: deal.orderId,
        amount: amount(deal.amount),
      }));
    default:
      return upgradesBehind(tx, key, from, until);
  }
}

/** Amounts of one firm from several records count as one firm. */
function byFirm(records: readonly Contribution[]): Contribution[] {
  const firms = new Map<string, Contribution>();
  for (const one of records) {
    const held = firms.get(one.from);
    firms.set(one.from, held ? { ...held, amount: figures.sumOf([held.amount, one.amount]) } : one);
  }
  return [...firms.values()];
}

function medianOf(records: readonly Contribution[]): Computed {
  const sorted = records.map((one) => figures.exactly(one.amount)).sort(ratios.compare);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (!low || !high) return { ...nobody, value: figures.missing };
  const middle = ratios.multiply(ratios.add(low, high), ratios.ratio(1, 2n));
  return { ...nobody, contributors: records.length, value: { state: "value", numerator: figures.decimal(middle), denominator: amount(1) } };
}

const none: Computed = { ...nobody, value: figures.amountOf(0) };

function computedFrom({ formula }: Definition, records: readonly Contribution[]): Computed {
  if (formula.kind === "median") return medianOf(records);
  return records.length === 0 ? none : sumOfFirms(byFirm(records));
}

type Given = { readonly quarter: Quarter; readonly revision: number; readonly now: Declared; readonly before: Declared };

/** The periods an indicator is filed for: the quarter, and its months when it is kept by month. */
const stretchesOf = ({ grain }: Definition, quarter: Quarter): Stretch[] =>
  grain === "month" ? [...monthsOf(quarter), quarter] : [quarter];

/** A firm's amounts of the months make its quarter; a stock is that of the last month. */
function contributionsTo({ key, grain, formula }: Definition, period: Stretch, declared: Declared): Contribution[] {
  if (grain === "quarter" || !period.includes("Q")) return [...(declared.get(at(key, period)) ?? [])];
  const months = monthsOf(period);
  if (formula.kind === "stock") return [...(declared.get(at(key, months.at(-1) ?? "")) ?? [])];
  return byFirm(months.flatMap((month) => declared.get(at(key, month)) ?? []));
}

function like(now: readonly Contribution[], before: readonly Contribution[]): Pick<FiledFigure, "likeNow" | "likeBefore"> {
  const firms = new Set(before.map(({ from }) => from));
  const there = new Set(now.map(({ from }) => from).filter((firm) => firms.has(firm)));
  if (there.size === 0) return { likeNow: null, likeBefore: null };
  const sum = (all: readonly Contribution[]) => figures.sumOf(all.filter(({ from }) => there.has(from)).map((one) => one.amount));
  return { likeNow: sum(now), likeBefore: sum(before) };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function filed(definition: Definition, period: Stretch, computed: Computed, inputs: readonly Contribution[], given: Given): FiledFigure {
  const { key, version } = definition;
  const { value, contributors, largest, largestTwo } = computed;
  const inputsHash = hashOf(inputsText(definition, period, given.revision, inputs));
  return { key, version, period, value, contributors, largest, largestTwo, likeNow: null, likeBefore: null, inputsHash };
}

async function filedOf(tx: AnyTx, definition: Definition, period: Stretch, given: Given): Promise<FiledFigure | null> {
  if (definition.source === "computed") {
    const records = await recordsOf(tx, definition.key, period);
    return records && filed(definition, period, computedFrom(definition, records), records, given);
  }
  const now = contributionsTo(definition, period, given.now);
  const before = contributionsTo(definition, aYearBefore(period), given.before);
  return { ...filed(definition, period, sumOfFirms(now), now, given), ...like(now, before) };
}

/** A quotient from two filed figures of the same period: it has no records of its own. A monthly one in a quarter comes from the quarter. */
function quotient(definition: Definition, period: Stretch, all: readonly FiledFigure[], given: Given): FiledFigure | null {
  if (definition.formula.kind !== "ratio") return null;
  const { formula } = definition;
  const part = (key: string) => all.find((one) => one.key === key && one.period === period);
  const [top, bottom] = [part(formula.numerator), part(formula.denominator)];
  const value = top && bottom ? ratioOf(formula, top.value, bottom.value) : overTime(formula, []);
  const inputs = [top, bottom].flatMap((one) => (one ? [{ from: one.key, record: one.inputsHash, amount: amount(0) }] : []));
  const contributors = Math.min(top?.contributors ?? 0, bottom?.contributors ?? 0);
  return filed(definition, period, { ...nobody, value, contributors }, inputs, given);
}

/** Every figure of a town's quarter, from the declarations that were checked and the platform's own records. */
export async function computeFigures(
  tx: AnyTx,
  definitions: readonly Definition[],
  quarter: Quarter,
  revision: number,
): Promise<FiledFigure[]> {
  const valid = inForce(definitions, quarter);
  const given: Given = { quarter, revision, now: await declaredIn(tx, quarter), before: await declaredIn(tx, aYearBefore(quarter)) };
  const plain: FiledFigure[] = [];
  for (const definition of valid) {
    for (const period of stretchesOf(definition, quarter)) {
      const figure = await filedOf(tx, definition, period, given);
      if (figure) plain.push(figure);
    }
  }
  const quotients = valid.flatMap((one) => stretchesOf(one, quarter).flatMap((period) => quotient(one, period, plain, given) ?? []));
  return [...plain, ...quotients];
}
