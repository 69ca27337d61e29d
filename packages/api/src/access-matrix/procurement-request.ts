import type { RequestTerms } from "@jizhen/domain-procurement";
import { LocalDate, plus } from "@jizhen/kernel";
import { bestChoice, opened, published, quote, refuseOrder, someContent, someTerms } from "../modules/procurement/story.fixtures.ts";
import type { World } from "../testing/index.ts";
import type { Given, Row, Rows } from "./row.ts";

/** Only two suppliers are asked, so that for everybody else the request does not exist. */
const secret: Partial<RequestTerms> = { title: "受邀采购·机密", method: "selective" };
const market = (world: World, terms: Partial<RequestTerms> = {}) =>
  published(world, { ...secret, ...terms }, { invite: [world.supplier, world.secondSupplier] });
const reading = (world: World, terms: Partial<RequestTerms> = {}) => opened(world, { ...secret, ...terms });

const aDraft = async (world: World) => {
  const { id, version } = await world.as(world.buyer).procurement.request.save({ seen: null, terms: someTerms(secret) });
  return { requestId: id, version };
};
const aQuestion = async (world: World) => {
  const { id: requestId } = await market(world);
  const { id: questionId } = await world.as(world.supplier).procurement.request.ask({ requestId, text: "是否含运费？" });
  return { requestId, questionId };
};
const aQuote = async (world: World, terms: Partial<RequestTerms> = {}) => {
  const request = await market(world, terms);
  await quote(world, world.supplier, request.id, ["86.5", "120"]);
  return request;
};
const anOpenedQuote = async (world: World) => {
  const { id: requestId } = await reading(world);
  const { quotes } = await world.as(world.buyer).procurement.award.evaluate({ requestId });
  return { requestId, quoteId: quotes[0]?.id };
};
const anAward = async (world: World, terms: Partial<RequestTerms> = {}) => {
  const { id } = await reading(world, terms);
  const { id: awardId } = await world.as(world.buyer).procurement.award.award(await bestChoice(world, id));
  return { requestId: id, awardId };
};
const closed = async (world: World) => {
  const { id } = await aQuote(world);
  await world.later({ hours: 49 });
  await world.drain();
  const seen = await world.as(world.buyer).procurement.request.get({ id });
  return { requestId: id, version: seen.version };
};

/** A row about something of the buyer's, or of the supplier's, that is a secret to all others. */
const ofBuyer = (given: (world: World) => Promise<unknown>): Row => ({
  by: "buyer",
  given: async (world) => ({ input: await given(world) }),
});
const ofSupplier = (given: (world: World) => Promise<unknown>): Row => ({
  by: "supplier",
  given: async (world) => ({ input: await given(world) }),
});
const listed = async (world: World): Promise<Given> => {
  const { id, number } = await aQuote(world);
  return { input: {}, secrets: [id, number] };
};
const ended = { reasonCode: "other", reasonText: "测试" };

const requestRows: Rows = {
  "procurement.request.get": ofBuyer(async (world) => ({ id: (await market(world)).id })),
  "procurement.request.list": { by: "buyer", rival: "blank", elsewhere: "blank", given: listed },
  "procurement.request.share": ofBuyer(async (world) => ({ id: (await market(world)).id })),
  "procurement.request.save": ofBuyer(async (world) => ({ seen: await aDraft(world), terms: someTerms(secret) })),
  "procurement.request.clone": ofBuyer(async (world) => ({ requestId: (await aDraft(world)).requestId })),
  "procurement.request.publish": ofBuyer(async (world) => ({ ...(await aDraft(world)), closesAt: new Date("2099-01-01T00:00:00Z") })),
  "procurement.request.amend": ofBuyer(async (world) => {
    const { id, version, closesAt } = await market(world);
    return { requestId: id, version, closesAt, terms: someTerms({ ...secret, note: "更正" }) };
  }),
  "procurement.request.extend": ofBuyer(async (world) => {
    const { id, version, closesAt } = await market(world);
    return { requestId: id, version, closesAt: plus(closesAt, 3_600_000) };
  }),
  "procurement.request.invite": ofBuyer(async (world) => ({
    requestId: (await market(world)).id,
    suppliers: [world.thirdSupplier.actor.orgId],
  })),
  "procurement.request.ask": ofSupplier(async (world) => ({ requestId: (await market(world)).id, text: "是否含运费？" })),
  "procurement.request.answer": ofBuyer(async (world) => ({ ...(await aQuestion(world)), text: "含" })),
  "procurement.request.freeze": ofBuyer(async (world) => {
    const { id, version } = await aQuote(world, { sealing: "none" });
    return { requestId: id, version };
  }),
  "procurement.request.open": ofBuyer(async (world) => ({ requestId: (await closed(world)).requestId })),
  "procurement.request.admit": ofBuyer(async (world) => ({ ...(await anOpenedQuote(world)), quality: null })),
  "procurement.request.reject": ofBuyer(async (world) => ({ ...(await anOpenedQuote(world)), requirement: "材质", lineNo: 1, text: "" })),
  "procurement.request.end": ofBuyer(async (world) => ({ ...(await closed(world)), ...ended })),
  "procurement.request.cancel": ofBuyer(async (world) => {
    const { id, version } = await market(world);
    return { requestId: id, version, ...ended };
  }),
};

const quoteRows: Rows = {
  "procurement.quote.mine": ofSupplier(async (world) => ({ requestId: (await aQuote(world)).id })),
  "procurement.quote.list": { by: "supplier", rival: "blank", elsewhere: "blank", given: listed },
  "procurement.quote.receipt": ofSupplier(async (world) => ({ requestId: (await aQuote(world)).id })),
  "procurement.quote.save": ofSupplier(async (world) => ({ requestId: (await market(world)).id, content: someContent(["1", "2"]) })),
  "procurement.quote.submit": ofSupplier(async (world) => ({
    requestId: (await market(world)).id,
    requestVersion: 1,
    content: someContent(["1", "2"]),
    confirm: true,
  })),
  "procurement.quote.withdraw": ofSupplier(async (world) => ({ requestId: (await aQuote(world)).id })),
  "procurement.quote.reconfirm": ofSupplier(async (world) => {
    const { id, version, closesAt } = await aQuote(world);
    const terms = someTerms({ ...secret, paymentDays: 60 });
    await world.as(world.buyer).procurement.request.amend({ requestId: id, version, closesAt, terms });
    return { requestId: id, requestVersion: 2 };
  }),
  "procurement.quote.prolong": ofSupplier(async (world) => ({
    requestId: (await reading(world)).id,
    until: LocalDate.parse("2100-12-31"),
  })),
};

const aQuickQuote = async (world: World) => {
  const { id: requestId } = await aQuote(world, { sealing: "none" });
  const seen = await world.as(world.buyer).procurement.request.get({ id: requestId });
  const quoteId = seen.role === "buyer" ? seen.quotes[0]?.id : undefined;
  if (quoteId === undefined) throw new Error("a quick enquiry shows its quote");
  return { requestId, quoteId, revision: 1, wish: { targets: [], text: "请再优惠" } };
};

const negotiationRows: Rows = {
  "procurement.negotiation.ask": ofBuyer(aQuickQuote),
  "procurement.negotiation.keep": ofSupplier(async (world) => {
    const asking = await aQuickQuote(world);
    await world.as(world.buyer).procurement.negotiation.ask(asking);
    return { requestId: asking.requestId };
  }),
};

const awardRows: Rows = {
  "procurement.award.evaluate": ofBuyer(async (world) => ({ requestId: (await reading(world)).id })),
  "procurement.award.get": ofSupplier(async (world) => ({ requestId: (await anAward(world)).requestId })),
  "procurement.award.award": ofBuyer(async (world) => bestChoice(world, (await reading(world)).id)),
  "procurement.award.replace": ofBuyer(async (world) => {
    const { requestId, awardId } = await anAward(world);
    await refuseOrder(world, requestId, world.secondSupplier);
    return { awardId, reason: null };
  }),
  "procurement.award.object": ofSupplier(async (world) => ({
    awardId: (await anAward(world, { standstillDays: 3 })).awardId,
    lineNo: 1,
    text: "规格不符",
  })),
  "procurement.award.settle": ofBuyer(async (world) => {
    const { awardId } = await anAward(world, { standstillDays: 3 });
    const { id: objectionId } = await world.as(world.supplier).procurement.award.object({ awardId, lineNo: 1, text: "规格不符" });
    return { awardId, objectionId, outcome: "dismissed", answer: "已核实" };
  }),
};

export const procurementRequestRows: Rows = { ...requestRows, ...quoteRows, ...negotiationRows, ...awardRows };
