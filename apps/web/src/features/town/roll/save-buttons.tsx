import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveSheet } from "#lib/download.ts";
import { Button } from "#ui/button.tsx";
import { Row } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";

type Props = { readonly kind: "roll" | "roll-import"; readonly filter: unknown };

/** The list as a file of either kind, with the filters that stand in the address. */
export function SaveButtons({ kind, filter }: Props) {
  const { t, i18n } = useTranslation();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const save = async (type: "xlsx" | "csv") => {
    setState("busy");
    setState((await saveSheet(kind, type, i18n.language, filter)) ? "idle" : "failed");
  };
  const words = kind === "roll" ? "town.roll.export" : "town.import.report";
  return (
    <Row gap={2}>
      {(["xlsx", "csv"] as const).map((type) => (
        <Button key={type} busy={state === "busy"} icon={<IconDownload size={18} aria-hidden="true" />} onClick={() => void save(type)}>
          {t(`${words}_${type}`)}
        </Button>
      ))}
      {state === "failed" && <Notice tone="bad">{t("platform.file_unknown")}</Notice>}
    </Row>
  );
}
