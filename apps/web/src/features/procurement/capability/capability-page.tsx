import { allPacks, type FamilyCode, nameOf } from "@jizhen/spec";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useSession } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Outputs, useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { localeOf } from "#lib/words.ts";
import { Unread } from "#ui/asked.tsx";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { SelectField } from "#ui/field.tsx";
import { Card, Row, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Empty, Notice } from "#ui/states.tsx";
import { Chip, type StatusSign, StatusTag } from "#ui/tag.tsx";
import { CapabilityForm } from "./capability-form.tsx";
import { Statement } from "./statement.tsx";
import "./capability.css";

export type CapabilityRow = Outputs["procurement"]["capability"]["list"]["rows"][number];
export const signOf: Record<CapabilityRow["status"], StatusSign> = {
  draft: "draft",
  declared: "running",
  verified: "good",
  withdrawn: "ended",
};

/** What my firm can make, a statement a family; the address says which is being written. */
export function CapabilityPage() {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const trpc = useTRPC();
  const search: { edit?: string; family?: FamilyCode } = useSearch({ from: "/selling/capabilities" });
  const navigate = useNavigate();
  const go = (next: { edit?: string; family?: FamilyCode }) => void navigate({ to: "/selling/capabilities", search: next as never });
  const mine = useQuery(trpc.procurement.capability.list.queryOptions());
  if (!mine.isSuccess) return <Unread query={mine} />;
  const held = mine.data.rows.find(({ id }) => id === search.edit) ?? null;
  const family = held?.content.family ?? search.family;
  if (family !== undefined) {
    return (
      <Page
        title={`${t("procurement.capability.title")} · ${nameOf({ family }, locale)}`}
        back={
          <AppLink to="/selling/capabilities" search={{}}>
            {t("procurement.capability.back")}
          </AppLink>
        }
      >
        <CapabilityForm key={held?.id ?? family} family={family} held={held} onDone={() => go({})} />
      </Page>
    );
  }
  return <List rows={mine.data.rows} onAdd={(code) => go({ family: code })} onEdit={(id) => go({ edit: id })} />;
}

type ListProps = {
  readonly rows: readonly CapabilityRow[];
  readonly onAdd: (family: FamilyCode) => void;
  readonly onEdit: (id: string) => void;
};

function List({ rows, onAdd, onEdit }: ListProps) {
  const { t, i18n } = useTranslation();
  const { may } = useSession();
  const locale = localeOf(i18n.language);
  const stated = new Set(rows.filter(({ status }) => status !== "withdrawn").map(({ content }) => content.family));
  const free = allPacks.flatMap(({ families }) => families).filter(({ code }) => !stated.has(code));
  return (
    <Page title={t("procurement.capability.title")} subtitle={t("procurement.capability.subtitle")}>
      <Stack>
        {may("procurement.capability.save") && free.length > 0 && (
          <div className="c-add">
            <SelectField
              label={t("procurement.capability.add")}
              none={t("procurement.capability.choose_family")}
              choices={free.map(({ code }) => ({ value: code, label: nameOf({ family: code }, locale) }))}
              value=""
              onChange={(event) => {
                const chosen = free.find(({ code }) => code === event.target.value);
                if (chosen) onAdd(chosen.code);
              }}
            />
          </div>
        )}
        {rows.length === 0 && <Empty>{t("procurement.capability.empty")}</Empty>}
        {rows.map((row) => (
          <One key={row.id} row={row} onEdit={() => onEdit(row.id)} />
        ))}
      </Stack>
    </Page>
  );
}

function One({ row, onEdit }: { readonly row: CapabilityRow; readonly onEdit: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const { family } = row.content;
  const locale = localeOf(i18n.language);
  const asking = useOpen();
  const seen = { id: row.id, version: row.version };
  const declare = useSubmit({
    send: (input: typeof seen, call) => client.procurement.capability.declare.mutate(input, call),
    refresh: ["procurement"],
  });
  const withdraw = useSubmit({
    send: (input: typeof seen, call) => client.procurement.capability.withdraw.mutate(input, call),
    refresh: ["procurement"],
  });
  const problem = declare.problem ?? withdraw.problem;
  const verified = row.verification?.attributes
    .map((attribute) => nameOf({ family, attribute }, locale))
    .join(locale === "en" ? ", " : "、");
  return (
    <Card
      title={nameOf({ family }, locale)}
      actions={
        <Row gap={2}>
          <StatusTag sign={signOf[row.status]}>{t(`procurement.capability.status.${row.status}`)}</StatusTag>
          {!row.inForce && (row.status === "declared" || row.status === "verified") && (
            <Chip tone="bad">{t("procurement.capability.expired_tag")}</Chip>
          )}
          <span className="k-quiet k-figures">{t("procurement.capability.revision", { revision: row.revision })}</span>
        </Row>
      }
    >
      <Stack>
        <Statement content={row.content} />
        {verified !== undefined && <Notice tone="good">{t("procurement.capability.verified_attributes", { list: verified })}</Notice>}
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        {row.actions.length > 0 && (
          <Row end>
            {row.actions.includes("withdraw") && (
              <Button kind="quiet" onClick={asking.open}>
                {t("procurement.capability.withdraw")}
              </Button>
            )}
            {row.actions.includes("save") && <Button onClick={onEdit}>{t("procurement.capability.edit")}</Button>}
            {row.actions.includes("declare") && (
              <Button kind="primary" busy={declare.busy} onClick={() => void declare.submit(seen)}>
                {t("procurement.capability.declare")}
              </Button>
            )}
          </Row>
        )}
      </Stack>
      <Confirm
        opened={asking.opened}
        onClose={asking.close}
        title={t("procurement.capability.withdraw")}
        confirm={t("procurement.capability.withdraw")}
        danger
        busy={withdraw.busy}
        onConfirm={() => void withdraw.submit(seen).then(asking.close)}
      >
        {t("procurement.capability.withdraw.ask")}
      </Confirm>
    </Card>
  );
}
