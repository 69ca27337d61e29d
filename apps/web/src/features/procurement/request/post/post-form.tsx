import { localDateAt } from "@jizhen/kernel";
import { IconDeviceFloppy, IconPlus, IconSend } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useNarrow } from "#lib/use-narrow.ts";
import { Button } from "#ui/button.tsx";
import { BottomSheet, Drawer } from "#ui/dialog.tsx";
import { Card, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/states.tsx";
import { type Gap, gapsOf, type PostForm, readBox } from "./form.ts";
import { emptyLine, type PostLine } from "./line.ts";
import { LineCards } from "./line-cards.tsx";
import { EditorFoot, LineEditor } from "./line-editor.tsx";
import { LineTable } from "./line-table.tsx";
import { MainFields } from "./main-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PasteBox } from "./paste-box.tsx";
import { Gaps, goTo, Preview } from "./preview.tsx";
import "./post.css";
import type { PackCode } from "@jizhen/spec";

export type OnForm = (change: (form: PostForm) => PostForm) => void;
type PostBodyProps = { readonly form: PostForm; readonly onForm: OnForm; readonly pack: PackCode | null; readonly keptTerms: boolean };

export const newKey = (): string => crypto.randomUUID().slice(0, 8);

/** The whole form of screen 9, without what surrounds it: box, lines, four fields, fold, preview. */
export function PostBody({ form, onForm, pack, keptTerms }: PostBodyProps) {
  const now = serverNow();
  const gaps = gapsOf(form, now, localDateAt(now));
  return (
    <>
      <Box form={form} onForm={onForm} pack={pack} />
      {form.lines.length > 0 && <Lines form={form} onForm={onForm} />}
      {form.lines.length > 0 && (
        <WithAside
          aside={
            <>
              <Gaps form={form} gaps={gaps} />
              <Preview form={form} />
            </>
          }
        >
          <MainFields form={form} onForm={onForm} keptReach={keptTerms} />
          <MoreFields form={form} onForm={onForm} kept={keptTerms} />
        </WithAside>
      )}
    </>
  );
}

function Box({ form, onForm, pack }: Omit<PostBodyProps, "keptTerms">) {
  const { t } = useTranslation();
  const [undo, setUndo] = useState<{ readonly before: PostForm; readonly count: number } | null>(null);
  const read = (text: string) => {
    const next = readBox(form, text, localDateAt(serverNow()), pack, newKey);
    const count = next.lines.length - form.lines.length;
    if (count === 0) return;
    setUndo({ before: { ...form, paste: text }, count });
    onForm(() => ({ ...next, paste: "" }));
  };
  return (
    <>
      <PasteBox
        value={form.paste}
        onChange={(paste) => onForm((held) => ({ ...held, paste }))}
        onRead={read}
        empty={form.lines.length === 0}
      />
      <div role="status" aria-live="polite">
        {undo !== null && form.lines.length > 0 && (
          <Notice
            tone="good"
            action={
              <Button
                small
                kind="quiet"
                onClick={() => {
                  onForm(() => undo.before);
                  setUndo(null);
                }}
              >
                {t("procurement.request.post.undo")}
              </Button>
            }
          >
            {t("procurement.request.post.read_done", { count: undo.count })}
          </Notice>
        )}
      </div>
    </>
  );
}

function Lines({ form, onForm }: { readonly form: PostForm; readonly onForm: OnForm }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [editing, setEditing] = useState<string | null>(null);
  const onLines = useCallback(
    (change: (lines: readonly PostLine[]) => readonly PostLine[]) => onForm((held) => ({ ...held, lines: change(held.lines) })),
    [onForm],
  );
  const onChange = useCallback(
    (next: PostLine) => onLines((lines) => lines.map((line) => (line.key === next.key ? next : line))),
    [onLines],
  );
  const onCopy = useCallback(
    (key: string) =>
      onLines((lines) =>
        lines.length >= 200 ? lines : lines.flatMap((line) => (line.key === key ? [line, { ...line, key: newKey() }] : [line])),
      ),
    [onLines],
  );
  const onRemove = useCallback((key: string) => onLines((lines) => lines.filter((line) => line.key !== key)), [onLines]);
  const line = form.lines.find(({ key }) => key === editing);
  const at = form.lines.findIndex(({ key }) => key === editing);
  const close = () => setEditing(null);
  const Sheet = narrow ? BottomSheet : Drawer;
  const add = () => {
    const added = emptyLine(newKey(), form.lines.at(-1));
    onLines((lines) => (lines.length >= 200 ? lines : [...lines, added]));
    if (narrow) setEditing(added.key);
  };
  return (
    <Card title={t("procurement.request.post.lines")} actions={<AddLine onAdd={add} />}>
      {narrow ? (
        <LineCards lines={form.lines} onChange={onChange} onEdit={setEditing} onCopy={onCopy} onRemove={onRemove} />
      ) : (
        <>
          <LineTable lines={form.lines} onLines={onLines} onEdit={setEditing} onCopy={onCopy} onRemove={onRemove} />
          <p className="k-quiet">{t("procurement.request.post.keys")}</p>
        </>
      )}
      <Sheet
        opened={line !== undefined}
        onClose={close}
        title={t("procurement.request.post.line", { line: at + 1 })}
        foot={<EditorFoot onDone={close} />}
      >
        {line !== undefined && <LineEditor line={line} onChange={onChange} />}
      </Sheet>
    </Card>
  );
}

function AddLine({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <Button small icon={<IconPlus size={18} aria-hidden="true" />} onClick={onAdd}>
      {t("procurement.request.post.add_line")}
    </Button>
  );
}

type ActionsProps = { readonly busy: boolean; readonly onSave: (() => void) | null };

export function SaveButton({ busy, onSave }: ActionsProps) {
  const { t } = useTranslation();
  if (onSave === null) return <></>;
  return (
    <Button icon={<IconDeviceFloppy size={18} aria-hidden="true" />} busy={busy} onClick={onSave}>
      {t("procurement.request.post.save")}
    </Button>
  );
}

/** Asks for publication, or leads to the first gap. */
export function PublishButton({
  label,
  gaps,
  onPublish,
}: {
  readonly label: string;
  readonly gaps: readonly Gap[];
  readonly onPublish: () => void;
}) {
  const [first] = gaps;
  const go = () => {
    if (first === undefined) onPublish();
    else goTo(first.line === null ? `field-${first.at}` : `line-${first.at}`);
  };
  return (
    <Button kind="primary" icon={<IconSend size={18} aria-hidden="true" />} onClick={go}>
      {label}
    </Button>
  );
}
