import type { Permission } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "#lib/session.ts";
import { type Client, useTRPCClient } from "#lib/trpc.ts";

/** Something that waits: how much of it, and where it is dealt with. `more`: at least that many. */
export type Todo = {
  readonly key: string;
  readonly label: TextKey;
  readonly to: string;
  readonly search: Record<string, string>;
  readonly mine: boolean;
};
export type Count = { readonly count: number; readonly more: boolean };
type Source = Todo & { readonly needs: Permission; readonly read: (client: Client) => Promise<Count> };

const most = 50;
const counted = ({ rows, next }: { readonly rows: readonly unknown[]; readonly next: unknown }): Count => ({
  count: rows.length,
  more: next !== null,
});

const requests = (key: string, label: TextKey, status: "draft" | "quoting" | "frozen" | "opened", mine: boolean): Source => ({
  key,
  label,
  mine,
  to: "/procurement/requests",
  search: { status },
  needs: "procurement.request.open",
  read: (client) => client.procurement.request.list.query({ status, limit: most }).then(counted),
});

const quotes = (key: string, label: TextKey, status: string): Source => ({
  key,
  label,
  mine: true,
  to: "/selling/quotes",
  search: {},
  needs: "procurement.quote.submit",
  read: async (client) => {
    const page = await client.procurement.quote.list.query({ state: "running", limit: 100 });
    return { count: page.rows.filter((row) => row.status === status).length, more: page.next !== null };
  },
});

/** In the order in which they press. `mine` = the next step is this person's; the rest is under way. */
const sources: readonly Source[] = [
  {
    key: "applications",
    label: "shell.workbench.todo.applications",
    mine: true,
    to: "/town/members",
    search: {},
    needs: "town.membership.read",
    read: (client) =>
      client.town.membership.list
        .query({ state: "open", limit: 1 })
        .then(({ found }) => ({ count: found?.count.rows ?? 0, more: found?.count.more ?? false })),
  },
  {
    key: "documents",
    label: "shell.workbench.todo.documents",
    mine: true,
    to: "/town/documents",
    search: {},
    needs: "town.document.accept",
    read: (client) => client.town.document.list.query({ which: "waiting", limit: most }).then(counted),
  },
  {
    key: "measures",
    label: "shell.workbench.todo.measures",
    mine: true,
    to: "/town/measures",
    search: {},
    needs: "town.measure.confirm",
    read: (client) =>
      client.town.measure.list
        .query({ which: "open" })
        .then((lines) => ({ count: lines.filter(({ actions }) => actions.includes("confirm")).length, more: false })),
  },
  {
    key: "capabilities",
    label: "shell.workbench.todo.capabilities",
    mine: true,
    to: "/town/capabilities",
    search: {},
    needs: "procurement.capability.review",
    read: (client) => client.procurement.capability.review.query({ limit: most }).then(counted),
  },
  {
    key: "complaints",
    label: "shell.workbench.todo.complaints",
    mine: true,
    to: "/town/complaints",
    search: {},
    needs: "town.complaint.review",
    read: (client) => client.town.complaint.desk.query({}).then(({ counts }) => ({ count: counts.open, more: false })),
  },
  {
    key: "declarations",
    label: "shell.workbench.todo.declarations",
    mine: true,
    to: "/town/reports",
    search: {},
    needs: "town.declaration.check",
    read: (client) =>
      client.town.report.desk
        .query({ quarter: null })
        .then(({ firms }) => ({ count: firms.filter(({ state }) => state === "submitted").length, more: false })),
  },
  {
    key: "report_to_approve",
    label: "shell.workbench.todo.report_to_approve",
    mine: true,
    to: "/town/reports",
    search: {},
    needs: "town.report.approve",
    read: (client) =>
      client.town.report.desk.query({ quarter: null }).then(({ actions }) => ({ count: actions.includes("approve") ? 1 : 0, more: false })),
  },
  {
    key: "reports",
    label: "shell.workbench.todo.reports",
    mine: true,
    to: "/province/reports",
    search: {},
    needs: "town.report.accept",
    read: (client) =>
      client.town.report.list
        .query({ quarter: null })
        .then((lines) => ({ count: lines.filter(({ report }) => report.state === "approved").length, more: false })),
  },
  requests("to_award", "shell.workbench.todo.to_award", "opened", true),
  requests("to_open", "shell.workbench.todo.to_open", "frozen", true),
  requests("drafts", "shell.workbench.todo.drafts", "draft", true),
  {
    key: "orders_to_confirm",
    label: "shell.workbench.todo.orders_to_confirm",
    mine: true,
    to: "/orders",
    search: { side: "supplier", status: "issued" },
    needs: "trade.order.confirm",
    read: (client) => client.trade.order.list.query({ side: "supplier", status: "issued", limit: most }).then(counted),
  },
  quotes("stale", "shell.workbench.todo.stale", "stale"),
  quotes("quote_drafts", "shell.workbench.todo.quote_drafts", "draft"),
  {
    key: "board",
    label: "shell.workbench.todo.board",
    mine: false,
    to: "/selling/board",
    search: {},
    needs: "procurement.quote.submit",
    read: (client) => client.procurement.request.board.query({ limit: 1 }).then(({ found }) => found),
  },
  requests("quoting", "shell.workbench.todo.quoting", "quoting", false),
  {
    key: "orders_waiting",
    label: "shell.workbench.todo.orders_waiting",
    mine: false,
    to: "/orders",
    search: { side: "buyer", status: "issued" },
    needs: "procurement.request.open",
    read: (client) => client.trade.order.list.query({ side: "buyer", status: "issued", limit: most }).then(counted),
  },
];

/** Every count is its own query, so that one that fails hides no other; hints of its function bring it up to date. */
export function useCount(todo: Todo) {
  const client = useTRPCClient();
  const source = sources.find(({ key }) => key === todo.key);
  return useQuery({
    queryKey: [["procurement", "workbench"], todo.key],
    queryFn: () => source?.read(client) ?? { count: 0, more: false },
    refetchOnMount: "always",
  });
}

export function useTodos(): readonly Todo[] {
  const { may } = useSession();
  return sources.filter(({ needs }) => may(needs));
}
