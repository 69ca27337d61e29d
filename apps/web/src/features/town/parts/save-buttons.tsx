import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { type SheetKind, saveSheet } from "#lib/download.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Row } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";

type Props = { readonly kind: SheetKind; readonly filter: unknown };

/** The list as a file of either kind, with the filters that stand in the address. */
export function SaveButtons({ kind, filter }: Props) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (type: "xlsx" | "csv") => {
    setBusy(true);
    setProblem(await saveSheet(kind, type, i18n.language, filter));
    setBusy(false);
  };
  const words = kind === "roll-import" ? "town.import.report" : "town.roll.export";
  return (
    <Row gap={2}>
      {(["xlsx", "csv"] as const).map((type) => (
        <Button key={type} busy={busy} icon={<IconDownload size={18} aria-hidden="true" />} onClick={() => void save(type)}>
          {t(`${words}_${type}`)}
        </Button>
      ))}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
    </Row>
  );
}
