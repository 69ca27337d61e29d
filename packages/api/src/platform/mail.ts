import type { Transporter } from "nodemailer";

/** Payload of a mail job: whom and which notification; the words are made when it is sent. */
export type MailJob = { readonly townId: string; readonly notificationId: string };

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

export type Mail = { send(letter: Letter): Promise<void>; close(): void };

/** Plain-text letters over SMTP: `smtp://user:password@host:587`. */
export function mailBy(smtpUrl: string, from: string): Mail {
  // Loaded with the first letter: most installations send none, and all of them start.
  let opened: Promise<Transporter> | null = null;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import("nodemailer");
    return createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  };
  return {
    send: async ({ to, subject, text }) => {
      opened ??= open();
      await (await opened).sendMail({ from, to, subject, text, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
}
