import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { isRefusal, say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Loading, Notice, Problem, Refused } from "#ui/states.tsx";
import { type Tab, Tabs } from "#ui/tabs.tsx";
import { AwardResult } from "../award/award-result.tsx";
import { ComparisonTab } from "../award/comparison-tab.tsx";
import { QuickQuotes } from "../award/quick-quotes.tsx";
import { History } from "./history.tsx";
import { Invited } from "./invited.tsx";
import { Overview } from "./overview.tsx";
import { Questions } from "./questions.tsx";
import type { BuyersRequest } from "./request.ts";
import { MoreActions, PrimaryAction, ShareButton } from "./request-actions.tsx";
import { HeadSign, RequestHead } from "./request-head.tsx";
import type { TabKey } from "./tabs.ts";
import "./detail.css";

const Back = () => {
  const { t } = useTranslation();
  return <AppLink to={"/procurement/requests" as string}>{t("procurement.request.detail.back")}</AppLink>;
};

/** Screen 11: one request as its buyer sees it, from the first quote to the orders. */
export function RequestPage() {
  const { t } = useTranslation();
  const { id: requestId } = useParams({ from: "/procurement/requests/$id" });
  const query = useQuery(useTRPC().procurement.request.get.queryOptions({ id: requestId as never }));
  const title = t("procurement.request.detail.title");
  const framed = (children: ReactNode) => (
    <Page title={title} back={<Back />}>
      {children}
    </Page>
  );
  if (query.status === "pending") return framed(<Loading lines={8} />);
  if (query.status === "error") {
    const words = say(query.error);
    return framed(
      isRefusal(query.error) ? (
        <Refused message={words} action={<Back />} />
      ) : (
        <Problem message={words} onRetry={() => void query.refetch()} />
      ),
    );
  }
  if (query.data.role === "buyer") return <BuyersPage request={query.data} onStale={() => void query.refetch()} />;
  return framed(
    <Notice action={<LinkButton to={`/selling/requests/${requestId}` as string}>{t("procurement.request.detail.as_supplier")}</LinkButton>}>
      {t("procurement.request.detail.not_buyer")}
    </Notice>,
  );
}

function BuyersPage({ request, onStale }: { readonly request: BuyersRequest; readonly onStale: () => void }) {
  const primary = <PrimaryAction request={request} />;
  const acting = request.actions.includes("open") || request.status === "draft";
  return (
    <Page
      back={<Back />}
      title={request.terms.title}
      sign={<HeadSign request={request} />}
      actions={
        <>
          {request.number !== null && <ShareButton request={request} />}
          <MoreActions request={request} />
        </>
      }
      {...(acting ? { primary } : {})}
    >
      <RequestHead request={request} onOver={onStale} />
      <RequestTabs request={request} />
    </Page>
  );
}

function RequestTabs({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab } = useSearch({ from: "/procurement/requests/$id" });
  const shown = tabsOf(request);
  const current = shown.find(({ key }) => key === (tab ?? firstTab(request)))?.key ?? "overview";
  const go = (key: TabKey) => void navigate({ to: "." as string, search: { tab: key } as never, replace: true, resetScroll: false });
  return (
    <Tabs
      label={t("procurement.request.detail.title")}
      tabs={shown.map(({ key, count }) => ({ key, label: t(`procurement.request.tab.${key}`), ...(count === undefined ? {} : { count }) }))}
      current={current}
      onChange={go}
    >
      {(tab) => <TabContent request={request} tab={tab} onTab={go} />}
    </Tabs>
  );
}

function TabContent({
  request,
  tab,
  onTab,
}: {
  readonly request: BuyersRequest;
  readonly tab: TabKey;
  readonly onTab: (tab: TabKey) => void;
}) {
  switch (tab) {
    case "overview":
      return <Overview request={request} />;
    case "questions":
      return <Questions request={request} />;
    case "invited":
      return <Invited request={request} />;
    case "quotes":
      return request.openedAt === null ? (
        <QuickQuotes request={request} />
      ) : (
        <ComparisonTab request={request} onAwarded={() => onTab("result")} />
      );
    case "result":
      return <AwardResult request={request} />;
    case "history":
      return <History request={request} />;
  }
}

const firstTab = ({ status }: BuyersRequest): TabKey => (status === "opened" ? "quotes" : status === "awarded" ? "result" : "overview");

/** Quotes have a tab once somebody may see them; a sealed request has none before the opening. */
function tabsOf({ status, openedAt, terms, questions, invited, quotes }: BuyersRequest): Pick<Tab<TabKey>, "key" | "count">[] {
  const quick = terms.sealing === "none" && status === "quoting";
  return [
    ...(openedAt !== null || quick ? [{ key: "quotes" as const, count: quotes.length }] : []),
    ...(status === "awarded" || (status === "unsuccessful" && openedAt !== null) ? [{ key: "result" as const }] : []),
    { key: "overview" },
    { key: "questions", count: questions.length },
    { key: "invited", count: invited.length },
    { key: "history" },
  ];
}
