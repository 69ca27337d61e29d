import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Card } from "#ui/layout.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { MeasureTable } from "./measure-table.tsx";
import "../town.css";

const whiches = ["open", "all"] as const;

/** What waits for a second administrator, and what was done so. */
export function MeasuresPage() {
  const { t } = useTranslation();
  const { which = "open" } = useSearch({ from: "/town/measures" });
  const navigate = useNavigate();
  const list = useQuery(useTRPC().town.measure.list.queryOptions({ which }));
  const tabs = whiches.map((key) => ({ key, label: t(`town.measure.${key}`) }));
  const show = (key: (typeof whiches)[number]) => void navigate({ to: "/town/measures", search: { which: key }, replace: true });
  return (
    <Page title={t("town.measure.page")} subtitle={t("town.measure.subtitle")}>
      <Tabs label={t("town.file.state")} tabs={tabs} current={which} onChange={show}>
        <Card flush>
          <Unread query={list} />
          {list.isSuccess && <MeasureTable caption={t("town.measure.page")} lines={list.data} empty={t(`town.measure.none.${which}`)} />}
        </Card>
      </Tabs>
    </Page>
  );
}
