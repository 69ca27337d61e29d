import type { Permission } from "@jizhen/domain-town";
import type { TextKey } from "@jizhen/i18n";
import { IconChecklist, IconFilePlus, type IconProps, IconUserPlus } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#lib/session.ts";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";

type Step = { readonly to: string; readonly label: TextKey; readonly needs: Permission; readonly icon: ComponentType<IconProps> };
const steps: readonly Step[] = [
  { to: "/procurement/requests/new", label: "shell.workbench.next.post", needs: "procurement.request.save", icon: IconFilePlus },
  { to: "/selling/capabilities", label: "shell.workbench.next.capability", needs: "procurement.capability.save", icon: IconChecklist },
  { to: "/members", label: "shell.workbench.next.invite", needs: "town.invitation.send", icon: IconUserPlus },
];

/** What a firm can begin with; only what its roles allow. */
export function NextSteps() {
  const { t } = useTranslation();
  const { may } = useSession();
  const open = steps.filter(({ needs }) => may(needs));
  if (open.length === 0) return <></>;
  return (
    <Card title={t("shell.workbench.next")}>
      <ul className="w-steps">
        {open.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <AppLink to={to as string}>
              <Icon size={22} aria-hidden="true" />
              {t(label)}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
