import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import type { Column } from "#ui/data-table.tsx";
import { Row } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { DateText } from "#ui/moment.tsx";
import { Chip, type StatusSign, StatusTag } from "#ui/tag.tsx";

export type Line = Outputs["town"]["complaint"]["ours"][number];
export type State = Line["state"];

const signOf: Record<State, StatusSign> = {
  filed: "waiting",
  declined: "ended",
  accepted: "running",
  hearing: "running",
  answered: "good",
  reopened: "waiting",
  closed: "ended",
};

export function StateTag({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return <StatusTag sign={signOf[state]}>{t(`town.complaint.state.${state}`)}</StatusTag>;
}

/** The day by which the next step is owed, and whether it has passed. */
export function Due({ line: { state, dueOn, overdue } }: { readonly line: Pick<Line, "state" | "dueOn" | "overdue"> }) {
  const { t } = useTranslation();
  if (dueOn === null || state === "declined" || state === "closed") return <>—</>;
  return (
    <Row gap={1}>
      <span>
        {t(`town.complaint.due.${state}`)} <DateText date={dueOn} />
      </span>
      {overdue && <Chip tone="bad">{t("town.complaint.overdue")}</Chip>}
    </Row>
  );
}

type Shown = Pick<Line, "id" | "title" | "number" | "state" | "dueOn" | "overdue">;

/** Any list of complaints: what it is first, how it stands last; who is concerned stands between and differs by reader. */
export function useColumns<L extends Shown>(
  at: "/complaints/$id" | "/town/complaints/$id",
  between: readonly Column<L>[],
  after: readonly Column<L>[] = [],
): readonly Column<L>[] {
  const { t } = useTranslation();
  return [
    {
      key: "title",
      title: t("town.complaint.title"),
      lead: true,
      cell: ({ id, title }) => (
        <AppLink to={at} params={{ id }}>
          {title}
        </AppLink>
      ),
    },
    { key: "number", title: t("town.complaint.number"), cell: ({ number }) => <span className="k-figures">{number}</span> },
    ...between,
    { key: "state", title: t("town.complaint.state"), cell: ({ state }) => <StateTag state={state} /> },
    { key: "due", title: t("town.complaint.due"), cell: (line) => <Due line={line} /> },
    ...after,
  ];
}
