import { regionName } from "@jizhen/domain-town";
import { useTranslation } from "#lib/translation.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Card, Facts } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import type { FirmFile } from "./firm-page.tsx";

/** What the applicant wrote, and who has decided. */
export function FileFacts({ file: { membership, names } }: { readonly file: FirmFile }) {
  const { t } = useTranslation();
  const { file } = membership;
  const nameOf = (id: string | null) => (id === null ? "—" : (names[id] ?? id));
  const applied =
    file.source === "application"
      ? [
          { name: t("town.join.address"), value: file.address },
          { name: t("town.join.county"), value: file.regionCode === null ? "—" : (regionName(file.regionCode) ?? file.regionCode) },
          { name: t("town.join.legal_representative"), value: file.legalRepresentative },
          { name: t("town.join.main_products"), value: file.mainProducts === "" ? "—" : file.mainProducts },
          { name: t("town.join.contact_name"), value: file.contact.name },
          { name: t("town.join.contact_phone"), value: <a href={`tel:${file.contact.phone}`}>{file.contact.phone}</a> },
          { name: t("town.join.contact_email"), value: file.contact.email ?? "—" },
          { name: t("town.file.consent"), value: file.consentEdition },
        ]
      : [];
  const decided = [
    ...("takenUpBy" in membership ? [{ name: t("town.file.taken_up_by"), value: nameOf(membership.takenUpBy) }] : []),
    ...("decidedBy" in membership ? [{ name: t("town.file.decided_by"), value: nameOf(membership.decidedBy) }] : []),
    ...("decidedAt" in membership ? [{ name: t("town.file.decided_at"), value: <Moment at={membership.decidedAt} /> }] : []),
    ...("codeConfirmedBy" in membership && membership.codeConfirmedBy !== null
      ? [{ name: t("town.file.code_confirmed_by"), value: nameOf(membership.codeConfirmedBy) }]
      : []),
  ];
  return (
    <Card title={t("town.file.facts")}>
      <Facts
        rows={[
          { name: t("town.join.name_zh"), value: file.nameZh },
          { name: t("town.join.name_en"), value: file.nameEn ?? "—" },
          ...applied,
          { name: t("town.file.applied_at"), value: <Moment at={membership.appliedAt} /> },
          ...decided,
          { name: t("town.file.id"), value: <CopyId text={membership.id} /> },
        ]}
      />
    </Card>
  );
}
