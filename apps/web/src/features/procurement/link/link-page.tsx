import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { learnClock } from "#lib/clock.ts";
import { useOpenRead } from "#lib/open-read.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { Answered, useHeadOf } from "#ui/answered.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { Card, Facts, Quiet } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { Notice } from "#ui/states.tsx";
import { DemoRibbon, StatusTag } from "#ui/tag.tsx";
import { ShownLines } from "./shown-lines.tsx";
import "./link.css";

type Shown = Outputs["procurement"]["market"]["get"];
type Me = Outputs["platform"]["session"]["me"];

/** Screen 7: a request as whoever holds its link may read it, without signing in. Who may quote already goes on to the quote. */
export function LinkPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/r/$id" });
  const answer = useOpenRead<Shown>("procurement.market.get", { id });
  return (
    <PublicFrame wide>
      <Answered
        answer={answer}
        unknown={t("procurement.link.unknown")}
        action={<LinkButton to="/towns">{t("town.public.all")}</LinkButton>}
      >
        {(request) => <Content request={request} />}
      </Answered>
    </PublicFrame>
  );
}

function Content({ request }: { readonly request: Shown }) {
  const { t, i18n } = useTranslation();
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) => (i18n.language === "en" ? (nameEn ?? nameZh) : nameZh);
  const { title, number, town, buyer, demo } = request;
  const [open, setOpen] = useState(request.open);
  const closesAt = new Date(request.closesAt);
  useServerClock(request.serverNow);
  const toQuote = useToQuote(request);
  useHeadOf(`${title} · ${t("shell.product")}`, `${number} ${nameOf(town)}`);
  const place = [request.incoterm, request.place].filter((part) => part !== null).join(" · ");
  return (
    <Page
      title={title}
      sign={
        <>
          <StatusTag sign={open ? "running" : "sealed"}>{t(`procurement.request.status.${open ? "quoting" : "closed"}`)}</StatusTag>
          <CopyId text={number} />
          {demo && <DemoRibbon />}
        </>
      }
      primary={
        open && (
          <LinkButton kind="primary" {...toQuote}>
            {t("procurement.link.quote")}
          </LinkButton>
        )
      }
    >
      {!open && (
        <Notice
          tone="doubt"
          action={
            <AppLink to="/towns/$slug" params={{ slug: town.slug }}>
              {t("procurement.link.others", { town: nameOf(town) })}
            </AppLink>
          }
        >
          {t("procurement.link.closed")}
        </Notice>
      )}
      <Card>
        <p className="l-left">
          {open && (
            <strong>
              <Countdown to={closesAt} over={t("procurement.request.status.closed")} onOver={() => setOpen(false)} />
            </strong>
          )}
          <span className="k-quiet">
            {t("procurement.request.detail.closes_at")} <Moment at={closesAt} />
          </span>
        </p>
        <Facts
          rows={[
            { name: t("procurement.market.town"), value: nameOf(town) },
            { name: t("procurement.quote.page.buyer"), value: buyer === null ? t("procurement.quote.page.buyer_hidden") : nameOf(buyer) },
            { name: t("procurement.request.detail.place"), value: place },
            { name: t("procurement.request.detail.currency"), value: request.currency },
            ...(request.firmDate ? [{ name: t("procurement.request.detail.firm_date"), value: t("procurement.request.detail.yes") }] : []),
          ]}
        />
        <p>
          <strong>{t(`procurement.request.sealing.${request.sealing}`)}</strong>{" "}
          <span className="k-quiet">{t(`procurement.request.sealing.${request.sealing}_words`)}</span>
        </p>
      </Card>
      <Card title={t("procurement.request.detail.lines", { count: request.lines.length })}>
        <ShownLines lines={request.lines} />
      </Card>
      {open && <Quiet>{t("procurement.link.how")}</Quiet>}
    </Page>
  );
}

function useServerClock(serverNow: string): void {
  useEffect(() => learnClock(new Date(serverNow), Date.now(), Date.now()), [serverNow]);
}

/** Where the quote is written. Who may quote already has no need of this page; who belongs to no firm yet joins on the way. */
function useToQuote({ id, town }: Shown) {
  const navigate = useNavigate();
  const me = useOpenRead<Me>("platform.session.me", null);
  const workspaces = me.status === "ready" ? me.data.workspaces : [];
  const quotes = workspaces.some(({ permissions }) => permissions.includes("procurement.quote.submit"));
  const there = { to: "/selling/requests/$id", params: { id }, search: { town: town.id } } as const;
  useEffect(() => {
    if (quotes) void navigate({ to: "/selling/requests/$id", params: { id }, search: { town: town.id }, replace: true });
  }, [quotes, id, town.id, navigate]);
  if (workspaces.length > 0) return there;
  return { to: "/join", search: { town: town.slug, back: `/selling/requests/${id}?town=${town.id}` } } as const;
}
