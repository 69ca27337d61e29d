import { anEmail, openAccount, password } from "./support/people.ts";
import { expect, type Screen, test } from "./support/test.ts";

/** All that a device keeps between two loads of a page. */
const keptHere = ({ page }: Screen): Promise<string> => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

test("what is typed for a new account outlives a reload until somebody is signed in, a password never", async ({ open }) => {
  const screen = await open();
  const { page, say } = screen;
  const email = anEmail("kept");
  const [name, address, secret] = [
    page.getByRole("textbox", { name: say("town.person.name") }),
    page.getByRole("textbox", { name: say("town.person.email") }),
    page.getByLabel(say("town.person.password")),
  ];
  await page.goto("/join?back=%2Fmembership");
  await name.fill("李远来");
  await address.fill(email);
  await secret.fill(password);
  await page.reload();
  await expect(name).toHaveValue("李远来");
  await expect(address).toHaveValue(email);
  await expect(secret).toHaveValue("");
  expect(await keptHere(screen)).not.toContain(password);
  await openAccount(screen, "李远来", null);
  await expect(page.getByRole("textbox", { name: say("town.join.number") })).toBeVisible();
  await expect.poll(() => keptHere(screen)).not.toContain(email);

  // Whoever has an account already is told nothing but that it did not work, and signs in with the address just typed.
  const other = await open();
  const begun = other.page.getByRole("textbox", { name: say("town.person.email") });
  const secretAgain = other.page.getByLabel(say("town.person.password"));
  await other.page.goto("/join");
  await other.page.getByRole("textbox", { name: say("town.person.name") }).fill("李远来");
  await begun.fill(email);
  await secretAgain.fill("not-the-password");
  await other.page.getByRole("button", { name: say("town.person.open"), exact: true }).click();
  await expect(other.page.getByText(say("town.person.wrong"))).toBeVisible();
  const signing = other.page.getByRole("main").getByRole("button", { name: say("shell.sign_in"), exact: true });
  await signing.click();
  await expect(begun).toHaveValue(email);
  await secretAgain.fill(password);
  await signing.click();
  await expect(other.page.getByRole("textbox", { name: say("town.join.number") })).toBeVisible();
  await expect.poll(() => keptHere(other)).not.toContain(email);
});
