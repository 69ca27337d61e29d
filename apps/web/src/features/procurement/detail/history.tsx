import { useQuery } from "@tanstack/react-query";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Facts, Quiet, Stack } from "#ui/layout.tsx";
import { Timeline, type TimelineEntry } from "#ui/timeline.tsx";
import type { BuyersRequest } from "./request.ts";

/** What happened to the request, newest first, and what proves that no quote was looked at or changed early. */
export function History({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const entries = useEntries(request).sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Stack>
      <Card title={t("procurement.request.history.title")}>
        <Timeline entries={entries} />
      </Card>
      {request.seal !== null && <SealRecord seal={request.seal} />}
    </Stack>
  );
}

function useEntries(request: BuyersRequest): TimelineEntry[] {
  const { t, i18n } = useTranslation();
  const awards = useQuery({
    ...useTRPC().procurement.award.get.queryOptions({ requestId: request.id }),
    enabled: request.status === "awarded",
  });
  const { createdAt, publishedAt, frozenAt, openedAt, endedAt, status, versions, seal, quotes } = request;
  const entry = (key: string, at: Date | null, title: string, more: Partial<TimelineEntry> = {}): TimelineEntry[] =>
    at === null ? [] : [{ key, at, title, ...more }];
  const rounds = awards.data?.role === "buyer" ? awards.data.rounds : [];
  return [
    ...entry("created", createdAt, t("procurement.request.history.created")),
    ...entry("published", publishedAt, t("procurement.request.history.published")),
    ...versions
      .filter(({ requestVersion }) => requestVersion > 1)
      .flatMap(({ requestVersion, at, material }) =>
        entry(`v${requestVersion}`, at, t("procurement.request.history.amended", { version: requestVersion }), {
          detail: t(material ? "procurement.request.history.material" : "procurement.request.history.immaterial"),
        }),
      ),
    ...request.questions.flatMap(({ id, askedAt, answeredAt }) => [
      ...entry(`${id}-q`, askedAt, t("procurement.request.history.asked")),
      ...entry(`${id}-a`, answeredAt, t("procurement.request.history.answered")),
    ]),
    ...quotes.flatMap(({ id, negotiation, supplier }) => [
      ...entry(`${id}-n`, negotiation?.askedAt ?? null, t("procurement.negotiation.title", { name: nameIn(i18n.language, supplier) })),
      ...(negotiation === null || negotiation.status === "asked"
        ? []
        : entry(`${id}-na`, negotiation.answeredAt, t(`procurement.negotiation.status.${negotiation.status}`), {
            detail: nameIn(i18n.language, supplier),
          })),
    ]),
    ...entry("frozen", frozenAt, t("procurement.request.history.frozen", { count: seal?.commitments.length ?? 0 })),
    ...entry(
      "opened",
      openedAt,
      t("procurement.request.history.opened", { opened: seal?.outcome?.opened ?? 0, voided: seal?.outcome?.voided ?? 0 }),
    ),
    ...rounds.flatMap(({ id, round, decidedAt, decidedByName, reason }) =>
      entry(id, decidedAt, t(round === 1 ? "procurement.request.history.awarded" : "procurement.request.history.replaced", { round }), {
        who: decidedByName,
        ...(reason === null ? {} : { detail: reason }),
      }),
    ),
    ...(status === "unsuccessful" || status === "cancelled" ? entry("ended", endedAt, t(`procurement.request.status.${status}`)) : []),
  ];
}

/** The list of commitments and its root, recorded before any key was used: whoever holds a receipt can look itself up. */
function SealRecord({ seal }: { readonly seal: NonNullable<BuyersRequest["seal"]> }) {
  const { t } = useTranslation();
  return (
    <Card title={t("procurement.request.history.seal")}>
      <Quiet>{t("procurement.request.history.seal_words")}</Quiet>
      <Facts
        rows={[{ name: t("procurement.request.history.root"), value: <CopyId text={seal.root} label={`${seal.root.slice(0, 16)}…`} /> }]}
      />
      <ol className="d-leaves">
        {seal.commitments.map(({ sequence, commitment }) => (
          <li key={sequence}>
            <span className="k-figures">#{sequence}</span> <CopyId text={commitment} label={`${commitment.slice(0, 16)}…`} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
