import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useOpen } from "#ui/dialog.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Empty, Loading, Notice, Problem } from "#ui/states.tsx";
import { Chip, DemoRibbon } from "#ui/tag.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { Contributions, VerdictTag } from "./match-reasons.tsx";
import type { BuyersRequest } from "./request.ts";
import { FirmName } from "./request-head.tsx";

type InvitedFirm = Outputs["procurement"]["match"]["invited"]["rows"][number];

/** Whom the request went to and why: seven exact parts that add up to the score. Only the buyer sees the list. */
export function Invited({ request }: { readonly request: BuyersRequest }) {
  const { t } = useTranslation();
  const inviting = useOpen();
  const query = useQuery(useTRPC().procurement.match.invited.queryOptions({ requestId: request.id }));
  const may = request.actions.includes("invite");
  if (query.isPending) return <Loading />;
  if (query.isError) return <Problem message={say(query.error)} onRetry={() => void query.refetch()} />;
  const { rows, matchedAt, couldSupply } = query.data;
  const button = may ? (
    <Button icon={<IconUserPlus size={18} aria-hidden="true" />} onClick={inviting.open}>
      {t("procurement.request.invite.more")}
    </Button>
  ) : undefined;
  return (
    <Stack>
      {matchedAt !== null && (
        <Notice action={button}>
          {t("procurement.request.invite.run", { count: couldSupply })} <Moment at={matchedAt} />
        </Notice>
      )}
      <Card title={t("procurement.request.invite.title", { count: rows.length })} actions={matchedAt === null ? button : undefined}>
        {rows.length === 0 && (
          <Empty>{t(request.status === "draft" ? "procurement.request.invite.none_yet" : "procurement.request.invite.none")}</Empty>
        )}
        <ol className="d-firms">
          {rows.map((row) => (
            <li key={row.supplierId}>
              <Firm row={row} lineCount={request.terms.lines.length} />
            </li>
          ))}
        </ol>
      </Card>
      {may && <InviteDialog requestId={request.id} opened={inviting.opened} onClose={inviting.close} />}
    </Stack>
  );
}

function Firm({ row, lineCount }: { readonly row: InvitedFirm; readonly lineCount: number }) {
  const { t } = useTranslation();
  const { explanation, organisation } = row;
  const title = (
    <span className="k-row k-gap-2">
      <strong>
        <FirmName firm={organisation} />
      </strong>
      {organisation.demo && <DemoRibbon />}
      {explanation !== null && <VerdictTag verdict={explanation.verdict} />}
      <Chip tone="note">{t(`procurement.request.invite.via.${row.via as "match" | "buyer" | "link"}`)}</Chip>
      <span className="k-quiet">
        {row.lines.length === lineCount
          ? t("procurement.request.invite.all_lines")
          : t("procurement.request.invite.some_lines", { lines: row.lines.join(", ") })}
      </span>
    </span>
  );
  if (explanation === null || explanation.score === null) return <div className="d-firm">{title}</div>;
  return (
    <details className="d-firm">
      <summary>
        {title}
        <span className="d-score k-figures">{t("procurement.request.invite.score", { score: (explanation.score / 100).toFixed(2) })}</span>
      </summary>
      <Contributions explanation={explanation} />
    </details>
  );
}
