import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { arrive } from "#lib/onward.ts";
import { isRefusal, say } from "#lib/say.ts";
import { type Session, useSession, type Workspace } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Loading, Notice, Problem, Refused } from "#ui/states.tsx";
import { QuoteScreen } from "./quote-screen.tsx";
import { Visit } from "./visit.tsx";
import "../detail/detail.css";
import "./quote.css";

const Ahead = lazy(() => import("./ahead.tsx").then(({ Ahead: component }) => ({ default: component })));

const Back = () => {
  const { t } = useTranslation();
  return <AppLink to={"/selling/board" as string}>{t("procurement.quote.page.back")}</AppLink>;
};

const Framed = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Page title={t("procurement.quote.page.title")} back={<Back />}>
      {children}
    </Page>
  );
};

const waits = ({ membership }: Workspace): boolean => membership === "applied" || membership === "under_review";
/** Another firm of the same person that deals in that town already. */
const dealsIn = (session: Session | null, townId: string): boolean =>
  session?.workspaces.some(({ town, membership }) => town.id === townId && membership === "active") ?? false;

/** Screen 13: one request as a supplier sees it, and the quote for it. A link of another town leads through a visit first. */
export function QuotePage() {
  const { id: requestId } = useParams({ from: "/selling/requests/$id" });
  const { town } = useSearch({ from: "/selling/requests/$id" });
  const { session, current } = useSession();
  if (current !== null && waits(current) && !dealsIn(session, town ?? current.town.id)) {
    const waiting = (
      <Framed>
        <Loading lines={8} />
      </Framed>
    );
    return (
      <Suspense fallback={waiting}>
        <Ahead requestId={requestId} townId={town ?? current.town.id} waiting={current} />
      </Suspense>
    );
  }
  if (town !== undefined && current !== null && current.town.id !== town) {
    return (
      <Framed>
        <Visit townId={town} />
      </Framed>
    );
  }
  return <HereQuotePage requestId={requestId} />;
}

function HereQuotePage({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const request = useQuery(trpc.procurement.request.get.queryOptions({ id: requestId as never }));
  const { current } = useSession();
  const arrivedAs = request.data === undefined ? undefined : current?.organisation.id;
  useEffect(() => {
    if (arrivedAs !== undefined) arrive(arrivedAs);
  }, [arrivedAs]);
  const asSupplier = request.data?.role === "supplier";
  const mine = useQuery({
    ...trpc.procurement.quote.mine.queryOptions({ requestId: requestId as never }),
    enabled: asSupplier,
    staleTime: 60_000,
  });
  const failed = request.error ?? mine.error;
  if (failed !== null) {
    const retry = () => void Promise.all([request.refetch(), mine.refetch()]);
    return (
      <Framed>
        {isRefusal(failed) ? <Refused message={say(failed)} action={<Back />} /> : <Problem message={say(failed)} onRetry={retry} />}
      </Framed>
    );
  }
  if (request.data?.role === "buyer") {
    return (
      <Framed>
        <Notice
          action={<LinkButton to={`/procurement/requests/${requestId}` as string}>{t("procurement.quote.page.own_open")}</LinkButton>}
        >
          {t("procurement.quote.page.own")}
        </Notice>
      </Framed>
    );
  }
  if (request.data === undefined || mine.data === undefined) {
    return (
      <Framed>
        <Loading lines={8} />
      </Framed>
    );
  }
  return (
    <QuoteScreen
      request={request.data}
      mine={mine.data}
      back={<Back />}
      onLook={() => void Promise.all([request.refetch(), mine.refetch()])}
    />
  );
}
