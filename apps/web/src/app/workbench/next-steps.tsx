import type { Permission } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { IconChecklist, IconFilePlus, type IconProps, IconUserPlus } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Client, useTRPCClient } from "#lib/trpc.ts";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";

type Step = {
  readonly to: string;
  readonly label: TextKey;
  readonly needs: Permission;
  readonly icon: ComponentType<IconProps>;
  /** Whether the firm has taken this step already. */
  readonly taken: (client: Client) => Promise<boolean>;
};
const steps: readonly Step[] = [
  {
    to: "/procurement/requests/new",
    label: "shell.workbench.next.post",
    needs: "procurement.request.save",
    icon: IconFilePlus,
    taken: (client) => client.procurement.request.list.query({ limit: 1 }).then(({ rows }) => rows.length > 0),
  },
  {
    to: "/selling/capabilities",
    label: "shell.workbench.next.capability",
    needs: "procurement.capability.save",
    icon: IconChecklist,
    taken: (client) => client.procurement.capability.list.query().then(({ rows }) => rows.length > 0),
  },
  {
    to: "/members",
    label: "shell.workbench.next.invite",
    needs: "town.invitation.send",
    icon: IconUserPlus,
    taken: (client) => client.town.seat.list.query().then(({ seats }) => seats.length > 1),
  },
];

/** What a firm can begin with: only what its roles allow and what it has not done yet. */
export function NextSteps() {
  const { t } = useTranslation();
  const { may } = useSession();
  const client = useTRPCClient();
  const mine = steps.filter(({ needs }) => may(needs));
  const states = useQueries({
    queries: mine.map(({ to, taken }) => ({
      queryKey: [["procurement", "workbench"], "step", to],
      queryFn: () => taken(client),
      staleTime: 60_000,
    })),
  });
  const open = mine.filter((_, at) => states[at]?.data === false);
  if (open.length === 0) return <></>;
  return (
    <Card title={t("shell.workbench.next")}>
      <ul className="w-steps">
        {open.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <AppLink to={to}>
              <Icon size={22} aria-hidden="true" />
              {t(label)}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
