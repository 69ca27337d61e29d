import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Grid, Quiet, Stack } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { NumberSigns } from "../parts/number-signs.tsx";
import { positionsText } from "../parts/signs.ts";
import { StoredFile } from "../parts/stored-file.tsx";
import type { FirmFile } from "./firm-page.tsx";

/** The number as the register knows it beside the licence as it was uploaded; what does not fit is said above both. */
export function LicenceCard({ file }: { readonly file: FirmFile }) {
  const { t } = useTranslation();
  const { membership, number, licence } = file;
  return (
    <Card title={t("town.file.check")} actions={<CopyId text={membership.file.number} />}>
      <Findings file={file} />
      <Grid gap={4} least={280}>
        <Stack gap={2}>
          <Quiet>
            {membership.file.country === "CN" ? t("town.file.number") : `${t("town.join.register_number")} · ${membership.file.country}`}
          </Quiet>
          <NumberSigns number={membership.file.number} positions={number.positions} label={membership.file.number} />
          {number.registrar !== null && <span>{t(`town.registrar.${number.registrar}` as "town.registrar.business")}</span>}
          {number.region !== null && (
            <span>
              {t(`town.region.${number.region.match}`, { name: number.region.name ?? number.region.code })}
              {number.region.match === "former_county" && ` ${t("town.region.successor", { code: number.region.successor ?? "" })}`}
            </span>
          )}
        </Stack>
        <Stack gap={2}>
          <Quiet>{t("town.join.licence")}</Quiet>
          {licence === null ? (
            <Notice tone={membership.file.source === "application" ? "doubt" : "info"}>
              {t(`town.file.no_licence.${membership.file.source}`)}
            </Notice>
          ) : (
            <StoredFile file={licence} alt={t("town.file.licence_of", { name: licence.name })} />
          )}
        </Stack>
      </Grid>
    </Card>
  );
}

function Findings({ file: { membership, number, near } }: { readonly file: FirmFile }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {membership.codeWarned && (
        <Notice tone="doubt">{t("town.file.warned", { positions: positionsText(number.positions, i18n.language) })}</Notice>
      )}
      {near.length > 0 && (
        <Notice tone="doubt">
          <p>{t("town.file.near", { count: near.length })}</p>
          <ul className="t-near">
            {near.map((other) => (
              <li key={other.id}>
                <NumberSigns
                  number={other.number}
                  positions={[...other.number].flatMap((sign, index) => (sign === membership.file.number[index] ? [] : [index + 1]))}
                  label={other.number}
                />{" "}
                {nameIn(i18n.language, other)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
