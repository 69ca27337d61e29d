import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Loading, Notice } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import { Lines, Terms } from "../detail/overview.tsx";
import { Questions } from "../detail/questions.tsx";
import type { SuppliersRequest } from "../detail/request.ts";
import { Close, FirmName, SealWords, StateTag } from "../detail/request-head.tsx";
import { Letter } from "./letter.tsx";
import { MyMatch } from "./my-match.tsx";
import { OwnQuote } from "./own-quote.tsx";

export type Mine = Outputs["procurement"]["quote"]["mine"];

// The form brings the domain's schemas; the page above it is read without them.
const QuoteFormView = lazy(() => import("./writing.tsx").then(({ writing }) => ({ default: writing.QuoteFormView })));

type Props = { readonly request: SuppliersRequest; readonly mine: Mine; readonly back: ReactNode; readonly onLook: () => void };

export function QuoteScreen({ request, mine, back, onLook }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<"quote" | "request" | "questions">("quote");
  return (
    <Page
      back={back}
      title={request.terms.title}
      sign={
        <>
          <StateTag request={request} />
          {request.number !== null && <CopyId text={request.number} />}
        </>
      }
    >
      <Head request={request} onLook={onLook} />
      {mine.quote?.status !== "stale" && <MyMatch request={request} />}
      <Tabs
        label={t("procurement.quote.page.title")}
        tabs={[
          { key: "quote", label: t("procurement.quote.page.tab.quote") },
          { key: "request", label: t("procurement.quote.page.tab.request") },
          { key: "questions", label: t("procurement.request.tab.questions"), count: request.questions.length },
        ]}
        current={tab}
        onChange={setTab}
      >
        {/* What is being written stays mounted while terms or questions are read. */}
        <div hidden={tab !== "quote"}>
          <QuotePart request={request} mine={mine} onLook={onLook} />
        </div>
        {tab === "request" && (
          <Stack>
            <Card title={t("procurement.request.detail.lines", { count: request.terms.lines.length })}>
              <Lines lines={request.terms.lines} />
            </Card>
            <Terms request={request} />
          </Stack>
        )}
        {tab === "questions" && <Questions request={request} />}
      </Tabs>
    </Page>
  );
}

function Head({ request, onLook }: { readonly request: SuppliersRequest; readonly onLook: () => void }) {
  const { t } = useTranslation();
  const { buyer, terms } = request;
  return (
    <Card>
      <div className="d-head">
        <div>
          <span className="k-quiet">{t("procurement.quote.page.buyer")}</span>{" "}
          {buyer === null ? (
            <span>{t("procurement.quote.page.buyer_hidden")}</span>
          ) : (
            <>
              <strong>
                <FirmName firm={buyer} />
              </strong>{" "}
              {buyer.demo && <DemoRibbon />}
            </>
          )}
          <p className="k-quiet">
            {[terms.delivery.incoterm, terms.delivery.place].filter((part) => part !== null).join(" · ")} ·{" "}
            {t(`procurement.request.award_by.${terms.awardBy}`)}
          </p>
        </div>
        <Close request={request} onOver={onLook} />
      </div>
      <SealWords request={request} count={request.quoteCount} />
    </Card>
  );
}

/** The quote by its state: written, sent, waiting for the opening, decided. */
function QuotePart({ request, mine, onLook }: { readonly request: SuppliersRequest; readonly mine: Mine; readonly onLook: () => void }) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const writes = mine.actions.includes("submit") || mine.actions.includes("save");
  const sent = mine.quote !== null && mine.quote.status !== "draft" && mine.quote.status !== "withdrawn";
  if (sent && !(replacing && writes)) {
    return (
      <Stack>
        {["awarded", "unsuccessful"].includes(request.status) && request.openedAt !== null && mine.quote?.status !== "void" && (
          <Letter request={request} />
        )}
        <OwnQuote request={request} mine={mine} onReplace={writes ? () => setReplacing(true) : null} />
      </Stack>
    );
  }
  if (!writes) return <Notice tone="info">{t(closedWords(request, mine))}</Notice>;
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <QuoteFormView
        key={`${request.id}:${request.requestVersion}`}
        request={request}
        mine={mine}
        onSent={() => {
          setReplacing(false);
          onLook();
          window.scrollTo({ top: 0 });
        }}
        onCancel={replacing ? () => setReplacing(false) : null}
      />
    </Suspense>
  );
}

function closedWords(request: SuppliersRequest, mine: Mine) {
  if (request.status === "quoting" && request.shownStatus === "quoting") return "procurement.quote.page.not_allowed" as const;
  return mine.quote === null ? ("procurement.quote.page.closed_none" as const) : ("procurement.quote.page.closed_draft" as const);
}
