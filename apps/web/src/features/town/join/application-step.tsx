import { type ApplicantKind, ApplicantKind as kinds } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import { say } from "#lib/say.ts";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC } from "#lib/trpc.ts";
import type { Uploaded } from "#lib/upload.ts";
import { Button } from "#ui/button.tsx";
import { CheckField, SelectField } from "#ui/field.tsx";
import { Card, Stack } from "#ui/layout.tsx";
import { Loading, Notice, Problem } from "#ui/states.tsx";
import { ApplicationFields, type ApplicationForm } from "./application-fields.tsx";
import type { JoinForm } from "./form.ts";

type Props = {
  readonly form: UseFormReturn<JoinForm>;
  /** The town whose invitation or request was followed, by its address name or id. */
  readonly askedTown: string | null;
  readonly licence: readonly Uploaded[];
  readonly onLicence: (files: Uploaded[]) => void;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onBack: () => void;
  readonly onSend: (consentEdition: string) => void;
};

/** Where and as what: the town, the kind, the facts it checks, the licence and the consent to its rules. */
export function ApplicationStep({ form, askedTown, licence, onLicence, busy, problem, onBack, onSend }: Props) {
  const { t, i18n } = useTranslation();
  const towns = useQuery(useTRPC().town.town.list.queryOptions());
  const [townId, country] = form.watch(["townId", "organisation.country"]);
  const asked = towns.data?.find(({ id, slug, state }) => (slug === askedTown || id === askedTown) && state === "open");
  useEffect(() => {
    if (asked !== undefined && form.getValues("townId") === "") form.setValue("townId", asked.id);
  }, [asked, form]);
  if (towns.isPending) return <Loading />;
  if (towns.isError) return <Problem message={say(towns.error)} onRetry={() => void towns.refetch()} />;
  const open = towns.data.filter(({ state }) => state === "open");
  const town = open.find(({ id }) => id === townId) ?? null;
  const accepted = (kind: ApplicantKind) =>
    (kind === "foreign_buyer") === (country !== "CN") && (town === null || town.kindsAccepted.includes(kind));
  const { errors } = form.formState;
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    onSend(town?.consentEdition ?? "");
  };
  return (
    <Card title={t("town.join.step.application")}>
      <form onSubmit={send} noValidate>
        <Stack gap={4}>
          <SelectField
            label={t("town.join.town")}
            required
            none={t("town.join.choose")}
            choices={open.map(({ id, cityZh, cityEn, ...names }) => ({
              value: id,
              label: i18n.language === "en" ? `${nameIn("en", names)} (${cityEn ?? cityZh})` : `${names.nameZh}（${cityZh}）`,
            }))}
            error={errors.townId?.message}
            {...form.register("townId", { onChange: () => onLicence([]) })}
          />
          <SelectField
            label={t("town.join.kind")}
            required
            choices={kinds.options.filter(accepted).map((kind) => ({ value: kind, label: t(`town.kind.${kind}`) }))}
            error={errors.kind?.message}
            {...form.register("kind")}
          />
          {/* The fields need only the application's part of this form. */}
          <ApplicationFields
            form={form as unknown as UseFormReturn<ApplicationForm>}
            licence={licence}
            onLicence={onLicence}
            townId={town?.id ?? null}
          />
          <CheckField
            label={
              town === null
                ? t("town.join.consent_plain")
                : t("town.join.consent", { town: nameIn(i18n.language, town), edition: town.consentEdition })
            }
            error={errors.consent?.message}
            {...form.register("consent")}
          />
          {problem !== null && <Notice tone="bad">{problem}</Notice>}
          <div className="t-form-foot">
            <Button onClick={onBack}>{t("town.join.back")}</Button>
            <Button type="submit" kind="primary" busy={busy}>
              {t("town.join.send")}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
