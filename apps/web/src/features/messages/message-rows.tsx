import type { TextKey } from "@jizhen/i18n";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { AppLink } from "#ui/link.tsx";
import { Moment } from "#ui/moment.tsx";
import "./messages.css";

type Message = Outputs["platform"]["notification"]["list"]["rows"][number];

/** Messages, newest first; opening one marks it read. */
export function MessageRows({ rows, onOpen }: { readonly rows: readonly Message[]; readonly onOpen: (id: string) => void }) {
  return (
    <ul className="m-list">
      {rows.map((message) => (
        <li key={message.id} className={message.readAt === null ? "m-unread" : undefined}>
          <AppLink to={message.link} onClick={() => message.readAt === null && onOpen(message.id)}>
            <MessageWords message={message} />
          </AppLink>
          <span className="k-quiet">
            <Moment at={message.at} relative />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The sentence of a message. Parameters are facts; dates among them are written for the reader. */
function MessageWords({ message }: { readonly message: Message }) {
  const { t, i18n } = useTranslation();
  const key = `notification.${message.kind}`;
  const params = Object.fromEntries(
    Object.entries(message.params).map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value]),
  );
  return <>{i18n.exists(key) ? t(key as TextKey, params) : t("notification.unknown")}</>;
}
