import { IconFile, IconUpload, IconX } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { sizeText } from "#lib/format.ts";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { type Uploaded, type UploadPurpose, uploadFile } from "#lib/upload.ts";
import { Button } from "./button.tsx";

type UploadListProps = {
  readonly label: string;
  readonly hint?: string;
  readonly purpose: UploadPurpose;
  /** The town applied to, for somebody without a workspace there. */
  readonly town?: string;
  readonly error?: string | undefined;
  readonly value: readonly Uploaded[];
  readonly onChange: (files: Uploaded[]) => void;
  /** As in the `accept` attribute of a file input. */
  readonly accept?: string;
  /** Opens the camera on phones. */
  readonly camera?: boolean;
};

type Failure = { readonly file: File; readonly words: string };

/** Files that belong to a form: each is sent at once, and stands in the list with its name and size. A failed one can be tried again. */
export function UploadList({ label, hint, purpose, town, error, value, onChange, accept, camera = false }: UploadListProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(0);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const send = async (files: readonly File[]) => {
    setBusy(files.length);
    let done = [...value];
    const failed: Failure[] = [];
    for (const file of files) {
      try {
        done = [...done, await uploadFile(file, purpose, town)];
        onChange(done);
      } catch (error) {
        failed.push({ file, words: say(error) });
      }
      setBusy((left) => left - 1);
    }
    setFailures(failed);
  };
  return (
    <div className="k-field" role="group" aria-labelledby={id}>
      <span id={id} className="k-label">
        {label}
      </span>
      {hint !== undefined && <div className="k-hint">{hint}</div>}
      <ul className="k-files">
        {value.map((file) => (
          <li key={file.id}>
            <IconFile size={18} aria-hidden="true" />
            <span>{file.name}</span>
            <span className="k-quiet k-figures">{sizeText(file.size)}</span>
            <button
              type="button"
              className="k-icon-button k-icon-button-small"
              aria-label={t("ui.file.remove", { name: file.name })}
              onClick={() => onChange(value.filter(({ id: held }) => held !== file.id))}
            >
              <IconX size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
        {failures.map(({ file, words }) => (
          <li key={file.name} className="k-file-failed">
            <span role="alert">{t("ui.pair", { name: file.name, value: words })}</span>
            <Button small onClick={() => void send([file])}>
              {t("ui.retry")}
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        capture={camera ? "environment" : undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) void send(files);
        }}
      />
      <div>
        <Button icon={<IconUpload size={18} aria-hidden="true" />} busy={busy > 0} onClick={() => input.current?.click()}>
          {busy > 0 ? t("ui.file.sending", { count: busy }) : t("ui.file.add")}
        </Button>
      </div>
      {error !== undefined && (
        <div className="k-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
