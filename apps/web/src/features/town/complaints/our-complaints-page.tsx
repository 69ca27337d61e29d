import { useQuery } from "@tanstack/react-query";
import { nameIn, useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card } from "#ui/layout.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { type Line, useColumns } from "./parts.tsx";

/** What this organisation filed, and what others filed about it. */
export function OurComplaintsPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  const query = useQuery(useTRPC().town.complaint.ours.queryOptions());
  const primary = may("town.complaint.file") && (
    <LinkButton kind="primary" to="/complaints/new">
      {t("town.complaint.do.file")}
    </LinkButton>
  );
  return (
    <Page title={t("shell.nav.complaints")} subtitle={t("town.complaint.subtitle")} primary={primary}>
      <Asked query={query}>
        {(rows) => (
          <Card flush>
            <Complaints rows={rows} />
          </Card>
        )}
      </Asked>
    </Page>
  );
}

function Complaints({ rows }: { readonly rows: readonly Line[] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("shell.nav.complaints")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("town.complaint.none")}</Empty>}
      marked={({ overdue }) => overdue}
      columns={useColumns<Line>(
        "/complaints/$id",
        [
          { key: "side", title: t("town.complaint.side"), short: true, cell: ({ side }) => t(`town.complaint.side.${side}`) },
          {
            key: "other",
            title: t("town.complaint.respondent"),
            cell: ({ side, complainant, respondent }) => {
              const other = side === "respondent" ? complainant : respondent;
              return other === null ? t("town.complaint.withheld") : nameIn(i18n.language, other);
            },
          },
        ],
        [{ key: "at", title: t("town.complaint.at"), cell: ({ filedAt }) => <Moment at={filedAt} relative />, wideOnly: true }],
      )}
    />
  );
}
