import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { type PaperKind, type SheetKind, savePaper, saveSheet } from "#lib/download.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Row } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";

type Props = {
  readonly sheet: { readonly kind: SheetKind; readonly filter: unknown };
  readonly paper: { readonly kind: PaperKind; readonly id: string };
};

const types = ["xlsx", "csv", "pdf"] as const;

/** The same figures as a workbook, as text and on paper, in the language of the screen. */
export function ExportButtons({ sheet, paper }: Props) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState<(typeof types)[number] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (type: (typeof types)[number]) => {
    setBusy(type);
    const lang = i18n.language;
    setProblem(await (type === "pdf" ? savePaper(paper.kind, paper.id, lang) : saveSheet(sheet.kind, type, lang, sheet.filter)));
    setBusy(null);
  };
  return (
    <Row gap={2}>
      {types.map((type) => (
        <Button key={type} busy={busy === type} icon={<IconDownload size={18} aria-hidden="true" />} onClick={() => void save(type)}>
          {t(`figures.file.${type}`)}
        </Button>
      ))}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
    </Row>
  );
}
