import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Quiet, Row, Stack } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";
import { PrepareDialog } from "./prepare-dialog.tsx";
import { type TownDecision, TownDialog } from "./town-dialog.tsx";

type Survey = Outputs["town"]["town"]["survey"];
export type SurveyedTown = Survey["towns"][number];
export type ListedTown = Survey["listed"][number];
const signOf: Record<SurveyedTown["state"], StatusSign> = { prepared: "draft", open: "running", paused: "waiting", closed: "ended" };

/** The province's towns: which there are, how they stand, and what may be done with each. */
export function TownsPage() {
  const { t } = useTranslation();
  const survey = useQuery(useTRPC().town.town.survey.queryOptions());
  const [preparing, setPreparing] = useState<ListedTown | "new" | null>(null);
  const primary = survey.isSuccess && (
    <Button kind="primary" onClick={() => setPreparing("new")}>
      {t("town.towns.do.prepare")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.towns")} subtitle={t("town.towns.subtitle")} primary={primary}>
      <Unread query={survey} />
      {survey.isSuccess && (
        <Stack gap={4}>
          <Card flush>
            <Towns rows={survey.data.towns} />
          </Card>
          {survey.data.listed.length > 0 && (
            <Card title={t("town.towns.listed")}>
              <Quiet>{t("town.towns.listed_hint")}</Quiet>
              <Listed rows={survey.data.listed} onPrepare={setPreparing} />
            </Card>
          )}
        </Stack>
      )}
      {preparing !== null && <PrepareDialog listed={preparing === "new" ? null : preparing} onClose={() => setPreparing(null)} />}
    </Page>
  );
}

function Towns({ rows }: { readonly rows: readonly SurveyedTown[] }) {
  const { t, i18n } = useTranslation();
  const [deciding, setDeciding] = useState<{ town: SurveyedTown; decision: TownDecision } | null>(null);
  return (
    <>
      <DataTable
        caption={t("shell.nav.towns")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty>{t("town.towns.none")}</Empty>}
        columns={[
          { key: "name", title: t("town.towns.name"), lead: true, cell: (town) => nameIn(i18n.language, town) },
          {
            key: "city",
            title: t("town.towns.city"),
            cell: ({ cityZh, cityEn }) => nameIn(i18n.language, { nameZh: cityZh, nameEn: cityEn }),
          },
          { key: "state", title: t("town.towns.state"), cell: (town) => <Standing town={town} /> },
          { key: "level", title: t("town.towns.level"), cell: ({ level }) => t(`town.towns.level.${level}`), wideOnly: true },
          {
            key: "members",
            title: t("town.towns.members"),
            figures: true,
            cell: ({ connected, members }) => (connected ? members : t("town.towns.state.not_connected")),
          },
          { key: "administrators", title: t("town.towns.administrators"), figures: true, cell: ({ administrators }) => administrators },
          {
            key: "do",
            title: "",
            cell: (town) => (
              <Row gap={1}>
                {town.actions.map((decision) => (
                  <Button key={decision} small onClick={() => setDeciding({ town, decision })}>
                    {t(`town.towns.do.${decision}`)}
                  </Button>
                ))}
                {town.state === "prepared" && (
                  <Button small kind="quiet" onClick={() => setDeciding({ town, decision: "appoint" })}>
                    {t("town.towns.do.appoint")}
                  </Button>
                )}
              </Row>
            ),
          },
        ]}
      />
      {deciding !== null && <TownDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

function Standing({ town }: { readonly town: SurveyedTown }) {
  const { t } = useTranslation();
  return (
    <Stack gap={1}>
      <StatusTag sign={signOf[town.state]}>{t(`town.towns.state.${town.state}`)}</StatusTag>
      {town.reason !== null && <Quiet>{town.reason}</Quiet>}
      {town.invited.map(({ email, path }) => (
        <div key={path}>
          <Quiet>{email}</Quiet>
          <CopyId text={`${location.origin}${path}`} />
        </div>
      ))}
    </Stack>
  );
}

function Listed({ rows, onPrepare }: { readonly rows: readonly ListedTown[]; readonly onPrepare: (town: ListedTown) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("town.towns.listed")}
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<Empty>{t("town.towns.none")}</Empty>}
      columns={[
        { key: "name", title: t("town.towns.name"), lead: true, cell: (town) => nameIn(i18n.language, town) },
        {
          key: "city",
          title: t("town.towns.city"),
          cell: ({ cityZh, cityEn }) => nameIn(i18n.language, { nameZh: cityZh, nameEn: cityEn }),
        },
        {
          key: "state",
          title: t("town.towns.state"),
          cell: () => <StatusTag sign="ended">{t("town.towns.state.not_connected")}</StatusTag>,
        },
        {
          key: "do",
          title: "",
          cell: (town) => (
            <Button small onClick={() => onPrepare(town)}>
              {t("town.towns.do.prepare")}
            </Button>
          ),
        },
      ]}
    />
  );
}
