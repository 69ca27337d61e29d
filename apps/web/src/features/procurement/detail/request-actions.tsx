import {
  IconBan,
  IconCalendarPlus,
  IconCopy,
  IconDots,
  IconEdit,
  IconFlagOff,
  IconLockOpen,
  IconPlayerStop,
  IconShare,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Confirm, useOpen } from "#ui/dialog.tsx";
import { LinkButton } from "#ui/link.tsx";
import { Menu, type MenuItem } from "#ui/menu.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { ExtendDialog } from "./extend-dialog.tsx";
import { type BuyersRequest, refreshed } from "./request.ts";
import { ShareDialog } from "./share-dialog.tsx";

type Props = { readonly request: BuyersRequest };

/** The one thing to do now: go on writing a draft, or open what was sealed. */
export function PrimaryAction({ request }: Props) {
  const { t } = useTranslation();
  if (request.status === "draft") {
    return (
      <LinkButton kind="primary" icon={<IconEdit size={18} aria-hidden="true" />} to={`/procurement/requests/${request.id}/edit` as string}>
        {t("procurement.request.detail.go_on")}
      </LinkButton>
    );
  }
  return <OpenAction request={request} />;
}

function OpenAction({ request }: Props) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const sure = useOpen();
  const opening = useSubmit({
    send: (_input: null, call) => client.procurement.request.open.mutate({ requestId: request.id }, call),
    refresh: refreshed,
    onDone: ({ status }) => {
      sure.close();
      toast(t(status === "opened" ? "procurement.request.open.done" : "procurement.request.open.none"));
    },
  });
  return (
    <>
      <Button kind="primary" icon={<IconLockOpen size={18} aria-hidden="true" />} onClick={sure.open}>
        {t("procurement.request.open.do")}
      </Button>
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.request.open.title")}
        confirm={t("procurement.request.open.do")}
        busy={opening.busy}
        onConfirm={() => void opening.submit(null)}
      >
        {opening.problem !== null && <Notice tone="bad">{opening.problem}</Notice>}
        <p>{t("procurement.request.open.words")}</p>
      </Confirm>
    </>
  );
}

export function ShareButton({ request }: Props) {
  const { t } = useTranslation();
  const sharing = useOpen();
  return (
    <>
      <Button icon={<IconShare size={18} aria-hidden="true" />} onClick={sharing.open}>
        {t("procurement.request.share.do")}
      </Button>
      <ShareDialog requestId={request.id} opened={sharing.opened} onClose={sharing.close} />
    </>
  );
}

/** What else may be done, by the server's list. */
export function MoreActions({ request }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [extend, freeze, end, cancel] = [useOpen(), useOpen(), useOpen(), useOpen()];
  const cloning = useClone(request);
  const icon = { size: 18, "aria-hidden": true } as const;
  const all: (MenuItem & { readonly needs: string })[] = [
    {
      key: "amend",
      needs: "amend",
      label: t("procurement.request.amend.do"),
      hint: t("procurement.request.amend.hint"),
      icon: <IconEdit {...icon} />,
      onSelect: () => void navigate({ to: `/procurement/requests/${request.id}/edit` as string }),
    },
    {
      key: "extend",
      needs: "extend",
      label: t("procurement.request.extend.do"),
      icon: <IconCalendarPlus {...icon} />,
      onSelect: extend.open,
    },
    {
      key: "freeze",
      needs: "freeze",
      label: t("procurement.request.freeze.do"),
      hint: t("procurement.request.freeze.hint"),
      icon: <IconPlayerStop {...icon} />,
      onSelect: freeze.open,
    },
    {
      key: "clone",
      needs: "clone",
      label: t("procurement.request.clone.do"),
      hint: t("procurement.request.clone.hint"),
      icon: <IconCopy {...icon} />,
      onSelect: () => void cloning.submit(null),
    },
    { key: "end", needs: "end", label: t("procurement.request.end.do"), icon: <IconFlagOff {...icon} />, danger: true, onSelect: end.open },
    {
      key: "cancel",
      needs: "cancel",
      label: t("procurement.request.cancel.do"),
      icon: <IconBan {...icon} />,
      danger: true,
      onSelect: cancel.open,
    },
  ];
  const items = all.filter(({ needs }) => (request.actions as readonly string[]).includes(needs));
  if (items.length === 0) return <></>;
  return (
    <>
      {cloning.problem !== null && <span role="alert">{cloning.problem}</span>}
      <Menu
        wide
        target={
          <Button icon={<IconDots size={18} aria-hidden="true" />} busy={cloning.busy}>
            {t("procurement.request.detail.more")}
          </Button>
        }
        groups={[{ items }]}
      />
      <ExtendDialog request={request} opened={extend.opened} onClose={extend.close} />
      <FreezeConfirm request={request} opened={freeze.opened} onClose={freeze.close} />
      <EndDialog kind="end" request={request} opened={end.opened} onClose={end.close} />
      <EndDialog kind="cancel" request={request} opened={cancel.opened} onClose={cancel.close} />
    </>
  );
}

function useClone(request: BuyersRequest) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useTRPCClient();
  return useSubmit({
    send: (_input: null, call) => client.procurement.request.clone.mutate({ requestId: request.id }, call),
    refresh: refreshed,
    onDone: ({ id }) => {
      toast(t("procurement.request.clone.done"));
      void navigate({ to: `/procurement/requests/${id}/edit` as string });
    },
  });
}

type DialogProps = Props & { readonly opened: boolean; readonly onClose: () => void };

function FreezeConfirm({ request, opened, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const freezing = useSubmit({
    send: (_input: null, call) => client.procurement.request.freeze.mutate({ requestId: request.id, version: request.version }, call),
    refresh: refreshed,
    onDone: () => {
      onClose();
      toast(t("procurement.request.freeze.done"));
    },
  });
  const waiting = request.quotes.filter(({ negotiation }) => negotiation?.status === "asked").length;
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t("procurement.request.freeze.do")}
      confirm={t("procurement.request.freeze.do")}
      busy={freezing.busy}
      onConfirm={() => void freezing.submit(null)}
    >
      {freezing.problem !== null && <Notice tone="bad">{freezing.problem}</Notice>}
      <p>{t("procurement.request.freeze.words")}</p>
      {waiting > 0 && <Notice tone="doubt">{t("procurement.negotiation.waiting", { count: waiting })}</Notice>}
    </Confirm>
  );
}
