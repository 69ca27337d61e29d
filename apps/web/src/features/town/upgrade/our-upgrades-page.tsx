import { useQuery } from "@tanstack/react-query";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Quiet, Row, Stack } from "#ui/layout.tsx";
import { AppLink, LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip } from "#ui/tag.tsx";
import { Gaps } from "./gaps.tsx";
import { LevelText, type OwnLine, UpgradeTag } from "./parts.tsx";

type Own = Outputs["town"]["upgrade"]["mine"];

/** A firm's projects, and its own digital level with what is missing. */
export function OurUpgradesPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const query = useQuery(useTRPC().town.upgrade.mine.queryOptions());
  const primary = may("town.upgrade.propose") && (
    <LinkButton kind="primary" to="/upgrade/new">
      {t("town.upgrade.do.propose")}
    </LinkButton>
  );
  return (
    <Page title={t("shell.nav.upgrade")} subtitle={t("town.upgrade.subtitle")} primary={primary}>
      <Asked query={query}>
        {(own) => (
          <Stack>
            <Card flush>
              <Projects rows={own.rows} />
            </Card>
            <OwnLevel level={own.level} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Projects({ rows }: { readonly rows: readonly OwnLine[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("shell.nav.upgrade")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("town.upgrade.none")}</Empty>}
      columns={[
        {
          key: "title",
          title: t("town.upgrade.title"),
          lead: true,
          cell: ({ id, title }) => (
            <AppLink to="/upgrade/$id" params={{ id }}>
              {title}
            </AppLink>
          ),
        },
        { key: "number", title: t("town.upgrade.number"), cell: ({ number }) => <span className="k-figures">{number}</span> },
        { key: "kind", title: t("town.upgrade.kind"), cell: ({ kind }) => t(`town.upgrade.kind.${kind}`) },
        { key: "state", title: t("town.upgrade.state"), cell: ({ state }) => <UpgradeTag state={state} /> },
        {
          key: "level",
          title: t("town.upgrade.level"),
          cell: ({ before, after }) => <Levels before={before.level} after={after.level} />,
        },
        {
          key: "saving",
          title: t("town.upgrade.saving"),
          figures: true,
          cell: ({ saving }) => (saving === null ? "—" : `${saving.perOutput}%`),
        },
      ]}
    />
  );
}

/** Before and, where it was measured, after. */
export function Levels({ before, after }: { readonly before: number | null; readonly after: number | null }) {
  const { t } = useTranslation();
  if (before === null) return <>—</>;
  const short = (level: number) => t("town.upgrade.level.short", { level });
  return <>{after === null ? short(before) : `${short(before)} → ${short(after)}`}</>;
}

function OwnLevel({ level }: { readonly level: Own["level"] }) {
  const { t } = useTranslation();
  if (level === null)
    return (
      <Card title={t("town.upgrade.level.own")}>
        <Quiet>{t("town.upgrade.level.never")}</Quiet>
      </Card>
    );
  return (
    <Card title={t("town.upgrade.level.own")}>
      <Stack gap={3}>
        <Row gap={2}>
          <strong>
            <LevelText level={level.level} score={level.score} />
          </strong>
          <Chip tone={level.verified ? "good" : "note"}>
            {t(level.verified ? "town.upgrade.level.verified" : "town.upgrade.level.self")}
          </Chip>
          <span className="k-quiet">
            {t("town.upgrade.level.edition", { edition: level.edition })} · <Moment at={level.at} />
          </span>
        </Row>
        <Gaps gaps={level.gaps} />
      </Stack>
    </Card>
  );
}
