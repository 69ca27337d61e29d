import type { Services } from "@jizhen/api";
import { newId } from "@jizhen/db";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Env } from "./env.ts";
import { passwords } from "./passwords.ts";

/** Set by this host on every request it hands to sign-in; what a client sends under this name is thrown away. */
export const addressHeader = "x-jizhen-address";

const prefixes: Readonly<Record<string, string>> = {
  user: "pers",
  session: "sess",
  account: "acct",
  verification: "veri",
  rateLimit: "rate",
};

const sessionDays = 14;

/** The name of the session cookie; `__Host-` binds it to this host, to https and to the whole site. */
export const sessionCookieName = (env: Pick<Env, "secure">): string => (env.secure ? "__Host-jizhen.session" : "jizhen.session");

export const authSecret = (services: Services): string => Buffer.from(services.keys.auth).toString("hex");

/** A session ends by the database's clock: a process whose own is wrong gives nobody a longer one. */
async function datedBy({ database }: Services): Promise<{ data: { expiresAt: Date } }> {
  const { rows } = await database.pool.query<{ end: Date }>("select jizhen_clock() + make_interval(days => $1) as end", [sessionDays]);
  return { data: { expiresAt: rows[0]?.end ?? new Date(0) } };
}

const loggerFor = ({ log }: Services) => ({
  level: "warn" as const,
  log: (level: string, message: string) => (level === "error" ? log.fault("sign-in", new Error(message)) : log.warn(`sign-in: ${message}`)),
});

/** By address; guesses at one account are counted where sign-in is guarded. */
const rateLimit = {
  enabled: true,
  storage: "database" as const,
  window: 60,
  max: 100,
  customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 60, max: 10 } },
};

/** Sign-in by e-mail and password. Organisations, seats and roles are not its business. */
export function createAuth(services: Services, env: Env) {
  const { mail } = services;
  const dated = () => datedBy(services);
  return betterAuth({
    appName: "Jizhen",
    baseURL: env.publicUrl,
    basePath: "/auth",
    secret: authSecret(services),
    trustedOrigins: [...env.origins],
    database: prismaAdapter(services.database.prisma, { provider: "postgresql", transaction: true }),
    user: {
      modelName: "person",
      additionalFields: {
        locale: { type: "string", required: false, defaultValue: "zh-CN" },
        demo: { type: "boolean", required: false, input: false, defaultValue: false },
      },
    },
    // The database decides with every request: a cached session would outlive its end.
    session: { cookieCache: { enabled: false }, expiresIn: sessionDays * 86_400, updateAge: 86_400 },
    databaseHooks: {
      session: { create: { before: dated }, update: { before: async (change) => (change.expiresAt ? dated() : undefined) } },
    },
    emailAndPassword: {
      enabled: true,
      password: passwords,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      // Signing in at once would tell whether an address already has an account.
      autoSignIn: false,
      requireEmailVerification: mail !== null,
      ...(mail !== null && {
        sendResetPassword: ({ user, url }) =>
          mail.send({ to: user.email, subject: "Jizhen 集镇：重设密码 / Reset your password", text: `${url}\n` }),
      }),
    },
    ...(mail !== null && {
      emailVerification: {
        sendOnSignUp: true,
        sendOnSignIn: true,
        sendVerificationEmail: ({ user, url }) =>
          mail.send({ to: user.email, subject: "Jizhen 集镇：验证邮箱 / Confirm your e-mail address", text: `${url}\n` }),
      },
    }),
    rateLimit,
    advanced: {
      cookiePrefix: "jizhen",
      useSecureCookies: false, // its own prefix is __Secure-; ours below is the stricter one
      cookies: { session_token: { name: sessionCookieName(env), attributes: { secure: env.secure } } },
      defaultCookieAttributes: { secure: env.secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: ({ model }) => newId(prefixes[model] ?? "auth") },
    },
    telemetry: { enabled: false },
    logger: loggerFor(services),
  });
}

export type Auth = ReturnType<typeof createAuth>;
