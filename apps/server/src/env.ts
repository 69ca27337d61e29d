import { resolve } from "node:path";
import { CannotStart } from "@jizhen/db";
import * as z from "zod";

const flag = z.enum(["1", "0", "true", "false", "on", "off"]).transform((text) => ["1", "true", "on"].includes(text));
const empty = (value: unknown) => (value === "" ? undefined : value);
const given = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());

const Settings = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(4000)),
  HOST: z.preprocess(empty, z.string().default("127.0.0.1")),
  PUBLIC_URL: given(z.url({ protocol: /^https?$/ })),
  DATA_DIR: z.preprocess(empty, z.string().default(".data")),
  DATABASE_URL: given(z.url({ protocol: /^postgres(ql)?$/ })),
  APP_DATABASE_URL: given(z.url({ protocol: /^postgres(ql)?$/ })),
  NODE_ENV: given(z.string()),
  /** api answers requests, worker does the jobs, all does both: several of each may share one database. */
  ROLE: z.preprocess(empty, z.enum(["all", "api", "worker"]).default("all")),
  DEMO: given(flag),
  SMTP_URL: given(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z.preprocess(empty, z.string().default("Jizhen <no-reply@localhost>")),
  S3_BUCKET: given(z.string()),
  S3_REGION: z.preprocess(empty, z.string().default("us-east-1")),
  S3_ENDPOINT: given(z.url()),
  S3_ACCESS_KEY_ID: given(z.string()),
  S3_SECRET_ACCESS_KEY: given(z.string()),
  /** Take the client's address from the last entry of X-Forwarded-For: only behind a proxy that sets it. */
  TRUST_PROXY: given(flag),
  /** Operations one person, or one address that is not signed in, may do in a minute; 0 is no limit. */
  RATE_LIMIT: z.preprocess(empty, z.coerce.number().int().min(0).default(1200)),
  JIZHEN_HOME: given(z.string()),
  JIZHEN_DEV: given(flag),
});

const sentences: Readonly<Record<string, string>> = {
  PORT: "PORT must be a number from 0 to 65535, such as 4000.",
  PUBLIC_URL: "PUBLIC_URL must be the address people open, such as https://jizhen.example.",
  DATABASE_URL: "DATABASE_URL must look like postgresql://owner:password@host:5432/database.",
  APP_DATABASE_URL: "APP_DATABASE_URL must look like postgresql://town_app:password@host:5432/database.",
  DEMO: "DEMO must be 1 or 0.",
  ROLE: "ROLE must be all, api or worker.",
  SMTP_URL: "SMTP_URL must look like smtp://user:password@host:587.",
  S3_ENDPOINT: "S3_ENDPOINT must be an address such as https://s3.example.",
  TRUST_PROXY: "TRUST_PROXY must be 1 or 0.",
  RATE_LIMIT: "RATE_LIMIT must be a whole number of operations a minute, or 0 for none.",
};

export type Env = z.infer<typeof Settings> & {
  readonly dataDir: string;
  readonly publicUrl: string;
  /** Exact origins a browser may call from. */
  readonly origins: readonly string[];
  readonly demo: boolean;
  readonly secure: boolean;
};

/** Reads the settings; a wrong one stops the start with one sentence that names it. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Settings.safeParse(source);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? "A setting");
    throw new CannotStart("env", sentences[name] ?? `${name} is not a valid setting.`);
  }
  const settings = parsed.data;
  if (settings.S3_BUCKET !== undefined && (settings.S3_ACCESS_KEY_ID === undefined || settings.S3_SECRET_ACCESS_KEY === undefined)) {
    throw new CannotStart("env", "S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it.");
  }
  const publicUrl = (settings.PUBLIC_URL ?? `http://127.0.0.1:${settings.PORT}`).replace(/\/+$/, "");
  const local = settings.PUBLIC_URL === undefined ? [`http://localhost:${settings.PORT}`] : [];
  const vite = settings.JIZHEN_DEV ? ["http://127.0.0.1:5173", "http://localhost:5173"] : [];
  return {
    ...settings,
    dataDir: resolve(settings.JIZHEN_HOME ?? ".", settings.DATA_DIR),
    publicUrl,
    origins: [new URL(publicUrl).origin, ...local, ...vite],
    demo: settings.DEMO ?? settings.NODE_ENV !== "production",
    secure: publicUrl.startsWith("https://"),
  };
}
