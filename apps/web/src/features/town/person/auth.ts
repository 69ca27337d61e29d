import type { TextKey } from "@jizhen/i18n";

/** What sign-in answered: done, or why not, as words. */
export type AuthAnswer = { readonly done: true } | { readonly done: false; readonly why: TextKey };

const reasons: Readonly<Record<string, TextKey>> = {
  INVALID_EMAIL_OR_PASSWORD: "town.person.wrong",
  EMAIL_NOT_VERIFIED: "town.person.unverified",
  USER_ALREADY_EXISTS: "town.person.exists",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "town.person.exists",
  PASSWORD_TOO_SHORT: "town.person.password_short",
  INVALID_EMAIL: "town.person.email_invalid",
};

async function send(path: string, body: Readonly<Record<string, string>>): Promise<AuthAnswer> {
  let answer: Response;
  try {
    answer = await fetch(`/auth/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    return { done: false, why: navigator.onLine ? "ui.no_answer" : "ui.offline.sentence" };
  }
  if (answer.ok) return { done: true };
  if (answer.status === 429) return { done: false, why: "town.person.too_many" };
  const told: unknown = await answer.json().catch(() => null);
  const code = typeof told === "object" && told !== null && "code" in told && typeof told.code === "string" ? told.code : "";
  return { done: false, why: reasons[code] ?? (answer.status >= 500 ? "ui.fault" : "town.person.wrong") };
}

export const signIn = (email: string, password: string): Promise<AuthAnswer> => send("sign-in/email", { email, password });

/** Opens an account, then signs in: the server never does both, so that nobody learns whether an address has an account. */
export async function openAccount(name: string, email: string, password: string, locale: string): Promise<AuthAnswer> {
  const opened = await send("sign-up/email", { name, email, password, locale });
  return opened.done ? signIn(email, password) : opened;
}

export type DemoPerson = { readonly slug: string; readonly name: string };

const isDemoPerson = (value: unknown): value is DemoPerson =>
  typeof value === "object" &&
  value !== null &&
  "slug" in value &&
  typeof value.slug === "string" &&
  "name" in value &&
  typeof value.name === "string";

/** People of the demo, when this server offers one-click entry; else nobody. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const answer = await fetch("/demo/people");
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return [];
  const told: unknown = await answer.json();
  return Array.isArray(told) ? told.filter(isDemoPerson) : [];
}

/** A path of this site and nothing else: a link must not lead out after signing in. */
export const pathWithin = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])[^\\]*$/.test(to) ? to : "/workbench");
