import { IconFile } from "@tabler/icons-react";
import { useState } from "react";
import { saveFile } from "#lib/download.ts";
import { sizeText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";

type Shown = { readonly id: string; readonly name: string; readonly size: number };

/** Files that belong to a record, each to be saved. */
export function FileLinks({ files }: { readonly files: readonly Shown[] }) {
  return (
    <ul className="k-files">
      {files.map((file) => (
        <FileLink key={file.id} file={file} />
      ))}
    </ul>
  );
}

function FileLink({ file: { id, name, size } }: { readonly file: Shown }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <li>
      <IconFile size={18} aria-hidden="true" />
      <span>{name}</span>
      <span className="k-quiet k-figures">{sizeText(size)}</span>
      <Button kind="quiet" small onClick={async () => setProblem(await saveFile(id))}>
        {t("ui.file.download")}
      </Button>
      {problem !== null && <span role="alert">{problem}</span>}
    </li>
  );
}
