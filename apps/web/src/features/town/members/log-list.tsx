import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/states.tsx";
import { Timeline } from "#ui/timeline.tsx";

type Line = Outputs["town"]["audit"]["list"]["rows"][number];

/** What was done in the name of this organisation and what the administration did with it; nobody can change it afterwards. */
export function LogList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const log = useInfiniteQuery({
    queryKey: [...trpc.town.audit.list.pathKey(), "pages"],
    queryFn: ({ pageParam }) => client.town.audit.list.query({ before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const entries = useEntries(log.data?.pages.flatMap(({ rows }) => rows) ?? []);
  if (!log.isSuccess) return <Unread query={log} />;
  if (entries.length === 0) return <Empty>{t("town.log.none")}</Empty>;
  return (
    <div className="t-log">
      <Timeline entries={entries} />
      {log.hasNextPage && (
        <div className="k-more">
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("ui.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Entries of the log in words; an action without words yet shows its name, which a person can quote. */
export function useEntries(lines: readonly Line[]) {
  const { t, i18n } = useTranslation();
  return lines.map(({ seq, at, action, person, organisation, organisationEn, subject }) => {
    const key = `town.log.${action}`;
    const name = i18n.language === "en" ? (organisationEn ?? organisation) : organisation;
    const who = [person, name].filter((part): part is string => part !== null).join(" · ");
    const title = i18n.exists(key) ? t(key as "town.log.town.seat.end") : action;
    return {
      key: String(seq),
      at,
      title,
      who: who === "" ? t("town.log.platform") : who,
      detail: <span className="k-quiet k-figures t-subject">{subject}</span>,
    };
  });
}
