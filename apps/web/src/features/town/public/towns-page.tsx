import { useOpenRead } from "#lib/open-read.ts";
import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { Answered, useHeadOf } from "#ui/answered.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { type StatusSign, StatusTag } from "#ui/tag.tsx";
import { Cited } from "./cited.tsx";
import "./public.css";

type Directory = Outputs["town"]["town"]["directory"];
const signOf: Record<Directory[number]["state"], StatusSign> = { open: "good", paused: "waiting", closed: "ended", not_connected: "draft" };

/** Every town the province has named, joined or not. */
export function PublicTownsPage() {
  const { t, i18n } = useTranslation();
  const answer = useOpenRead<Directory>("town.town.directory", null);
  useHeadOf(`${t("town.public.towns")} · ${t("shell.product")}`, t("town.public.towns_lead"));
  return (
    <PublicFrame wide>
      <Stack gap={4}>
        <h1 tabIndex={-1}>{t("town.public.towns")}</h1>
        <Quiet>{t("town.public.towns_lead")}</Quiet>
        <Answered answer={answer} unknown={t("town.town.unknown")}>
          {(towns) => (
            <Card>
              <ul className="tp-list">
                {towns.map(({ slug, nameZh, nameEn, cityZh, cityEn, state }) => {
                  const name = i18n.language === "en" ? nameEn : nameZh;
                  return (
                    <li key={slug} className="k-row k-gap-2 k-row-between">
                      <span>
                        {state === "not_connected" ? (
                          name
                        ) : (
                          <AppLink to="/towns/$slug" params={{ slug }}>
                            {name}
                          </AppLink>
                        )}
                        <span className="k-quiet"> {i18n.language === "en" ? (cityEn ?? cityZh) : cityZh}</span>
                      </span>
                      <StatusTag sign={signOf[state]}>{t(`town.towns.state.${state}`)}</StatusTag>
                    </li>
                  );
                })}
              </ul>
            </Card>
          )}
        </Answered>
        <Cited />
      </Stack>
    </PublicFrame>
  );
}
