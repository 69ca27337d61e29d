import type { TextKey } from "@jizhen/i18n";
import { useForm } from "react-hook-form";
import { useTranslation } from "#lib/translation.tsx";
import { type Inputs, useTRPCClient } from "#lib/trpc.ts";
import { useSubmit } from "#lib/use-submit.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Grid, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { toast } from "#ui/toasts.tsx";
import type { ListedTown } from "./towns-page.tsx";

const packs = ["flange", "baijiu", "glassware", "malleable", "admixture", "generic"] as const;
const names = ["slug", "nameZh", "nameEn", "countyCode", "cityZh", "category", "pack", "office", "number", "first", "second"] as const;
type Name = (typeof names)[number];
type Form = Record<Name, string>;

const labels: Record<Exclude<Name, "pack">, TextKey> = {
  slug: "town.towns.slug",
  nameZh: "town.towns.name_zh",
  nameEn: "town.towns.name_en",
  countyCode: "town.towns.county",
  cityZh: "town.towns.city",
  category: "town.towns.category",
  office: "town.towns.office",
  number: "town.towns.office_number",
  first: "town.towns.first",
  second: "town.towns.second",
};
const hints: Partial<Record<Name, TextKey>> = { slug: "town.towns.slug_hint", countyCode: "town.towns.county_hint" };

/** Where a refusal's field lies in this form. */
const fieldOf = (path: string): Name | null => {
  const last = path.split(".").at(-1) ?? "";
  if (path.startsWith("administrators")) return last === "1" ? "second" : "first";
  if (path === "administration.nameZh") return "office";
  return names.find((name) => name === last) ?? null;
};

const inputOf = (form: Form): Inputs["town"]["town"]["prepare"] => {
  const { slug, nameZh, nameEn, countyCode, cityZh, category, pack, office, number, first, second } = form;
  return {
    town: { slug, nameZh, nameEn, countyCode: countyCode.trim() || null, cityZh, category, pack, level: "provincial" },
    administration: { number, nameZh: office, nameEn: null, shownExactly: false },
    administrators: [first, second],
  };
};

/** A town is written down with who will govern it; it opens when both administrators have come. */
export function PrepareDialog({ listed, onClose }: { readonly listed: ListedTown | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const form = useForm<Form>({
    defaultValues: {
      slug: listed?.slug ?? "",
      nameZh: listed?.nameZh ?? "",
      nameEn: listed?.nameEn ?? "",
      countyCode: listed?.countyCode ?? "",
      cityZh: listed?.cityZh ?? "",
      category: listed?.category ?? "",
      pack: listed?.pack ?? "generic",
      office: "",
      number: "",
      first: "",
      second: "",
    },
  });
  const preparing = useSubmit<Inputs["town"]["town"]["prepare"], unknown, Form>({
    send: (input, call) => client.town.town.prepare.mutate(input, call),
    refresh: ["town"],
    form,
    fieldOf,
    onDone: () => {
      toast(t("town.towns.done"));
      onClose();
    },
  });
  const field = (name: Exclude<Name, "pack">) => (
    <TextField
      key={name}
      label={t(labels[name])}
      required={name !== "countyCode"}
      hint={hints[name] === undefined ? undefined : t(hints[name])}
      error={form.formState.errors[name]?.message}
      {...form.register(name, { required: name === "countyCode" ? false : t("ui.required") })}
    />
  );
  return (
    <Dialog opened onClose={onClose} title={t("town.towns.do.prepare")}>
      <form onSubmit={(event) => void form.handleSubmit((given) => preparing.submit(inputOf(given)))(event)} noValidate>
        <Stack gap={4}>
          <Grid least={220}>
            {(["nameZh", "nameEn", "slug", "countyCode", "cityZh", "category"] as const).map(field)}
            <SelectField
              label={t("town.towns.pack")}
              choices={packs.map((value) => ({ value, label: t(`town.pack.${value}`) }))}
              {...form.register("pack")}
            />
            {(["office", "number", "first", "second"] as const).map(field)}
          </Grid>
          {preparing.problem !== null && <Notice tone="bad">{preparing.problem}</Notice>}
          <Button type="submit" kind="primary" wide busy={preparing.busy}>
            {t("town.towns.send")}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
