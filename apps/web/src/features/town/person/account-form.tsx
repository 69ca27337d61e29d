import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { type AuthAnswer, openAccount, signIn } from "./auth.ts";

type Account = { name: string; email: string; password: string };
type Typed = Pick<Account, "name" | "email">;
export const nobody: Typed = { name: "", email: "" };
type Props = {
  readonly mode: "sign_in" | "open";
  /** An invitation is for one address, which is then fixed. */
  readonly email?: string;
  /** Where name and address are kept while they are typed, by whoever offers a new account: the page for signing in alone carries no more than it needs. */
  readonly kept?: readonly [typed: Typed, keep: (typed: Typed) => void, forget: () => void];
  readonly onDone: () => void;
};

/**
 * Signs in, or opens an account and signs in. A refusal stands above the button and the fields keep what was typed. Of a new account, name
 * and address outlive a reload on this device until somebody is signed in; a password is never kept.
 */
export function AccountForm({ mode, email, kept, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const [answer, setAnswer] = useState<AuthAnswer | null>(null);
  const [typed, keepTyped, forget] = kept ?? [nobody];
  const form = useForm<Account>({ defaultValues: { name: typed.name, email: email ?? typed.email, password: "" } });
  const { errors, isSubmitting } = form.formState;
  const opening = mode === "open";
  const keep = () => {
    const { name, email: address } = form.getValues();
    if (opening) keepTyped?.({ name, email: address });
  };
  const submit = form.handleSubmit(async (account) => {
    const told = opening
      ? await openAccount(account.name.trim(), account.email.trim(), account.password, i18n.language)
      : await signIn(account.email.trim(), account.password);
    setAnswer(told);
    if (told.done) {
      forget?.();
      onDone();
    } else form.setFocus(told.why === "town.person.exists" || told.why === "town.person.email_invalid" ? "email" : "password");
  });
  const needed = t("ui.issue.invalid_type");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        {opening && (
          <TextField
            label={t("town.person.name")}
            hint={t("town.person.name_hint")}
            autoComplete="name"
            required
            error={errors.name?.message}
            {...form.register("name", { onChange: keep, validate: (name) => name.trim().length >= 2 || needed })}
          />
        )}
        <TextField
          label={t("town.person.email")}
          type="email"
          inputMode="email"
          autoComplete="username"
          required
          readOnly={email !== undefined}
          error={errors.email?.message}
          {...form.register("email", {
            onChange: keep,
            validate: (text) => /^\S+@\S+\.\S+$/.test(text.trim()) || t("town.person.email_invalid"),
          })}
        />
        <TextField
          label={t("town.person.password")}
          type="password"
          autoComplete={opening ? "new-password" : "current-password"}
          hint={opening ? t("town.person.password_hint") : undefined}
          required
          error={errors.password?.message}
          {...form.register("password", {
            validate: (text) => (opening ? text.length >= 10 || t("town.person.password_short") : text.length > 0 || needed),
          })}
        />
        {answer?.done === false && <Notice tone="bad">{t(answer.why)}</Notice>}
        <Button type="submit" kind="primary" wide busy={isSubmitting}>
          {t(opening ? "town.person.open" : "shell.sign_in")}
        </Button>
      </Stack>
    </form>
  );
}
