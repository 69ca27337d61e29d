import { useQuery } from "@tanstack/react-query";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText, Moment } from "#ui/moment.tsx";
import { Page } from "#ui/page.tsx";
import { Empty } from "#ui/states.tsx";
import { Chip, type StatusSign, StatusTag } from "#ui/tag.tsx";
import { factText, knownText } from "./fact-text.ts";

/** Calendar days from today in the town to the last day, which still counts. */
const daysLeft = (date: string): number => {
  const today = new Date(serverNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
};

type Ours = Outputs["town"]["policy"]["ours"];
const signOf: Record<Ours[number]["concern"], StatusSign> = { concerns: "good", perhaps: "waiting", not: "ended" };

/** Which policies concern this firm, and why. */
export function OurPoliciesPage() {
  const { t } = useTranslation();
  const ours = useQuery(useTRPC().town.policy.ours.queryOptions());
  return (
    <Page title={t("shell.nav.policies")} subtitle={t("town.policy.subtitle")}>
      <Unread query={ours} />
      {ours.isSuccess && (
        <Card flush>
          <Policies rows={ours.data} />
        </Card>
      )}
    </Page>
  );
}

function Policies({ rows }: { readonly rows: Ours }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t("shell.nav.policies")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{t("town.policy.none")}</Empty>}
      columns={[
        {
          key: "title",
          title: t("town.policy.title"),
          lead: true,
          cell: ({ id, content }) => (
            <AppLink to="/policies/$id" params={{ id }}>
              {i18n.language === "en" ? (content.titleEn ?? content.titleZh) : content.titleZh}
            </AppLink>
          ),
        },
        { key: "form", title: t("town.policy.kind"), short: true, cell: ({ form }) => t(`town.policy.form.${form}`) },
        { key: "concern", title: t("town.policy.concern"), cell: (row) => <WhyConcerned row={row} /> },
        {
          key: "deadline",
          title: t("town.policy.deadline"),
          cell: ({ content }) => (content.deadline === null ? "—" : <Deadline date={content.deadline} />),
        },
        { key: "at", title: t("town.policy.published"), cell: ({ publishedAt }) => <Moment at={publishedAt} relative />, wideOnly: true },
      ]}
    />
  );
}

/** The last day, and how many are left; a week before it presses. */
function Deadline({ date }: { readonly date: string }) {
  const { t } = useTranslation();
  const left = daysLeft(date);
  return (
    <Row gap={1}>
      <DateText date={date} />
      {left < 0 ? (
        <Chip>{t("town.policy.deadline_over")}</Chip>
      ) : (
        left <= 30 && <Chip tone={left <= 7 ? "bad" : "doubt"}>{t("town.policy.days_left", { count: left })}</Chip>
      )}
    </Row>
  );
}

function WhyConcerned({ row: { form, concern, reasons } }: { readonly row: Ours[number] }) {
  const { t } = useTranslation();
  if (form === "notice" && reasons.length === 0) return <>—</>;
  return (
    <Stack gap={1}>
      <StatusTag sign={signOf[concern]}>{t(`town.policy.concern.${concern}`)}</StatusTag>
      {reasons.map(({ rule, answer, known }) => (
        <span key={rule.fact} className="k-quiet">
          {factText(t, rule)} · {t(`town.policy.answer.${answer}`)}
          {known !== null && known.length > 0 && ` · ${t("town.policy.on_file", { value: knownText(t, rule, known) })}`}
        </span>
      ))}
    </Stack>
  );
}
