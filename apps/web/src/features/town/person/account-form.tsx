import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { type AuthAnswer, openAccount, signIn } from "./auth.ts";

type Account = { name: string; email: string; password: string };
type Props = {
  readonly mode: "sign_in" | "open";
  /** An invitation is for one address, which is then fixed. */
  readonly email?: string;
  readonly onDone: () => void;
};

/** Signs in, or opens an account and signs in. A refusal stands above the button and the fields keep what was typed. */
export function AccountForm({ mode, email, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const [answer, setAnswer] = useState<AuthAnswer | null>(null);
  const form = useForm<Account>({ defaultValues: { name: "", email: email ?? "", password: "" } });
  const { errors, isSubmitting } = form.formState;
  const opening = mode === "open";
  const submit = form.handleSubmit(async (account) => {
    const told = opening
      ? await openAccount(account.name.trim(), account.email.trim(), account.password, i18n.language)
      : await signIn(account.email.trim(), account.password);
    setAnswer(told);
    if (told.done) onDone();
    else form.setFocus(told.why === "town.person.exists" || told.why === "town.person.email_invalid" ? "email" : "password");
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
            {...form.register("name", { validate: (name) => name.trim().length >= 2 || needed })}
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
          {...form.register("email", { validate: (text) => /^\S+@\S+\.\S+$/.test(text.trim()) || t("town.person.email_invalid") })}
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
