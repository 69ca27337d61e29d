import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Notice } from "#ui/states.tsx";
import { StatusTag } from "#ui/tag.tsx";
import { toast } from "#ui/toasts.tsx";

/** A firm's own say over the town's public page: agreed to here, taken back here. */
export function ConsentPage() {
  const { t } = useTranslation();
  const { current } = useSession();
  const own = useQuery(useTRPC().town.portal.own.queryOptions());
  return (
    <Page title={t("town.portal.title")} subtitle={t("town.portal.subtitle")}>
      <Unread query={own} />
      {own.isSuccess && (
        <Stack gap={4}>
          <Consent key={String(own.data.shown)} own={own.data} />
          {current !== null && (
            <AppLink to="/towns/$slug" params={{ slug: current.town.slug }}>
              {t("town.portal.open")}
            </AppLink>
          )}
        </Stack>
      )}
    </Page>
  );
}

function Consent({ own }: { readonly own: Outputs["town"]["portal"]["own"] }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const { may } = useSession();
  const [zh, setZh] = useState(own.introductionZh);
  const [en, setEn] = useState(own.introductionEn ?? "");
  const [wrong, setWrong] = useState(false);
  const done = { refresh: ["town.portal"], onDone: () => toast(t("town.portal.saved")) };
  const showing = useSubmit<Inputs["town"]["portal"]["show"], unknown>({
    send: (input, call) => client.town.portal.show.mutate(input, call),
    ...done,
  });
  const hiding = useSubmit<null, unknown>({ send: (_, call) => client.town.portal.hide.mutate(undefined, call), ...done });
  const show = () => {
    const introductionZh = zh.trim();
    setWrong(introductionZh.length < 4);
    if (introductionZh.length >= 4) void showing.submit({ introductionZh, introductionEn: en.trim() === "" ? null : en.trim() });
  };
  const problem = showing.problem ?? hiding.problem;
  return (
    <Card>
      <Stack gap={4}>
        <StatusTag sign={own.shown ? "good" : "ended"}>{t(own.shown ? "town.portal.shown" : "town.portal.hidden")}</StatusTag>
        <TextArea
          label={t("town.portal.zh")}
          required
          maxLength={300}
          value={zh}
          error={wrong ? t("town.portal.needed") : undefined}
          onChange={(event) => setZh(event.target.value)}
        />
        <TextArea label={t("town.portal.en")} maxLength={500} value={en} onChange={(event) => setEn(event.target.value)} />
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Row gap={2}>
          {may("town.portal.show") && (
            <Button kind="primary" busy={showing.busy} onClick={show}>
              {t(own.shown ? "town.portal.update" : "town.portal.show")}
            </Button>
          )}
          {own.shown && (
            <Button busy={hiding.busy} onClick={() => void hiding.submit(null)}>
              {t("town.portal.hide")}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
