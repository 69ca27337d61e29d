import { openTown } from "@jizhen/db";
import { createWords, isLocale } from "@jizhen/i18n";
import { TownId } from "@jizhen/kernel";
import type { MailJob } from "./mail.ts";
import type { Services } from "./services.ts";
import { platformActor } from "./tx.ts";

type Row = { kind: string; params: Record<string, unknown>; link: string; email: string; locale: string };

/** Words a notification for its reader and sends it. Sent twice when the process dies between sending and noting it done. */
export async function sendLetter(services: Services, { townId, notificationId }: MailJob): Promise<void> {
  const { mail, publicUrl } = services;
  if (mail === null) return;
  const [row] = await openTown(services.database, platformActor(TownId.parse(townId))).read((tx) =>
    tx.query<Row>(
      "platform.letter",
      `select n.kind, n.params, n.link, p.email, p.locale from notification n join person p on p.id = n.person_id where n.town_id = $1 and n.id = $2`,
      [townId, notificationId],
    ),
  );
  if (!row) return;
  const words = await createWords(isLocale(row.locale) ? row.locale : "zh-CN");
  const say = (key: string) => words.t(key, row.params);
  // A line break in a subject would begin another header.
  const subject = say(`notification.${row.kind}`).replace(/[\r\n]+/g, " ");
  await mail.send({ to: row.email, subject, text: `${subject}\n\n${publicUrl}${row.link}\n` });
}
