import { checkSign, organisationCheckSign } from "@jizhen/domain-town";
import { expect, type Screen } from "./test.ts";

let count = Date.now() % 10_000_000;

/** A credit code that no firm has: right signs unless one is to be spoiled at the end, which is doubtful but not impossible. */
export function aNumber(spoiled = false): string {
  count += 1;
  const organisation = `E${String(count).padStart(7, "0")}`;
  const body = `91140921${organisation}${organisationCheckSign(organisation)}`;
  const sign = checkSign(body);
  return `${body}${spoiled ? (sign === "X" ? "W" : "X") : sign}`;
}

export const anEmail = (who: string): string => `${who}.${Date.now()}@firm.example`;
export const password = "a-long-password";

/** The smallest picture that is one: 1 × 1 PNG. */
export const aPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export async function openAccount({ page, say }: Screen, name: string, email: string | null): Promise<void> {
  await page.getByRole("textbox", { name: say("town.person.name") }).fill(name);
  if (email !== null) await page.getByRole("textbox", { name: say("town.person.email") }).fill(email);
  await page.getByLabel(say("town.person.password")).fill(password);
  await page.getByRole("button", { name: say("town.person.open"), exact: true }).click();
}

export async function signIn({ page, say }: Screen, email: string, back: string): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.getByRole("textbox", { name: say("town.person.email") }).fill(email);
  await page.getByLabel(say("town.person.password")).fill(password);
  await page.getByRole("button", { name: say("shell.sign_in"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${back}(\\?|$)`), { timeout: 60_000 });
}
