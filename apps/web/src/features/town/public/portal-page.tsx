import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateText, momentText } from "#lib/format.ts";
import { useOpenRead } from "#lib/open-read.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { localeOf } from "#lib/words.ts";
import { Answered, useHeadOf } from "#ui/answered.tsx";
import { Card, Quiet, Row, Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { Notice } from "#ui/states.tsx";
import { Chip, DemoRibbon } from "#ui/tag.tsx";
import { Figures } from "./portal-figures.tsx";
import "./public.css";

type Portal = Outputs["town"]["portal"]["get"];

/** Screen 1: a town as everybody may see it. It holds what was published, and what firms agreed to show. */
export function PortalPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: "/towns/$slug" });
  const answer = useOpenRead<Portal>("town.portal.get", { slug });
  return (
    <PublicFrame wide>
      <Answered answer={answer} unknown={t("town.town.unknown")}>
        {(portal) => <PortalContent portal={portal} />}
      </Answered>
    </PublicFrame>
  );
}

const nameOf = (language: string, zh: string, en: string | null): string => (language === "en" ? (en ?? zh) : zh);

function PortalContent({ portal }: { readonly portal: Portal }) {
  const { t, i18n } = useTranslation();
  const { town, connected } = portal;
  const name = nameOf(i18n.language, town.nameZh, town.nameEn);
  useHeadOf(`${name} · ${t("shell.product")}`, `${town.nameZh} ${town.nameEn}：${t("town.public.policies")}、${t("town.public.requests")}`);
  const kinds = town.kindsAccepted.map((kind) => t(`town.kind.${kind}`)).join(i18n.language === "en" ? ", " : "、");
  return (
    <Stack gap={4}>
      <Row gap={2}>
        <h1 tabIndex={-1}>{name}</h1>
        {town.demo && <DemoRibbon />}
      </Row>
      <Quiet>{nameOf(i18n.language, town.cityZh, town.cityEn)}</Quiet>
      {town.state === "paused" && <Notice tone="doubt">{t("town.public.paused")}</Notice>}
      {town.state === "closed" && <Notice tone="doubt">{t("town.public.closed")}</Notice>}
      {connected ? <Connected portal={portal} /> : <Notice>{t("town.public.not_connected")}</Notice>}
      {town.state === "open" && (
        <Card title={t("town.public.join")}>
          <Stack gap={3}>
            <p>{t("town.public.join_text", { kinds })}</p>
            <LinkButton kind="primary" to="/join">
              {t("shell.title.join")}
            </LinkButton>
          </Stack>
        </Card>
      )}
      <AppLink to="/towns">{t("town.public.all")}</AppLink>
    </Stack>
  );
}

function List({ title, none, children }: { readonly title: string; readonly none: string; readonly children: readonly ReactNode[] }) {
  return <Card title={title}>{children.length === 0 ? <Quiet>{none}</Quiet> : <ul className="tp-list">{children}</ul>}</Card>;
}

const packs = ["flange", "baijiu", "glassware", "malleable", "admixture", "generic"] as const;

function Connected({ portal: { town, families, figures, members, requests, policies } }: { readonly portal: Portal }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const pack = packs.find((one) => one === town.pack) ?? "generic";
  return (
    <>
      <Card title={t("town.public.industry")}>
        <Row gap={2}>
          <strong>{t(`town.pack.${pack}`)}</strong>
          {families.map(({ code, zh, en }) => (
            <Chip key={code}>{locale === "zh-CN" ? zh : en}</Chip>
          ))}
        </Row>
      </Card>
      <Figures figures={figures} />
      <List title={t("town.public.policies")} none={t("town.public.no_policies")}>
        {policies.map(({ id, form, titleZh, titleEn, publishedOn, deadline }) => (
          <li key={id}>
            <AppLink to="/towns/$slug/policies/$id" params={{ slug: town.slug, id }}>
              {nameOf(i18n.language, titleZh, titleEn)}
            </AppLink>
            <div className="k-quiet">
              {t(`town.policy.form.${form}`)} · {dateText(publishedOn, locale)}
              {deadline !== null && ` · ${t("town.policy.deadline")} ${dateText(deadline, locale)}`}
            </div>
          </li>
        ))}
      </List>
      <List title={t("town.public.requests")} none={t("town.public.no_requests")}>
        {requests.map(({ number, title, closesAt }) => (
          <li key={number}>
            {title}
            <div className="k-quiet">
              {number} · {t("town.public.closes", { at: momentText(new Date(closesAt), locale) })}
            </div>
          </li>
        ))}
      </List>
      <List title={t("town.public.members")} none={t("town.public.no_members")}>
        {members.map(({ nameZh, nameEn, introductionZh, introductionEn }) => (
          <li key={nameZh}>
            <strong>{nameOf(i18n.language, nameZh, nameEn)}</strong>
            <div>{nameOf(i18n.language, introductionZh, introductionEn)}</div>
          </li>
        ))}
      </List>
    </>
  );
}
