import { localDateAt } from "@jizhen/kernel";
import { IconPlus, IconSend } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { momentText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useNarrow } from "#lib/use-narrow.ts";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { BottomSheet, Confirm, Drawer, useOpen } from "#ui/dialog.tsx";
import { Card, WithAside } from "#ui/layout.tsx";
import { newKey, type OnForm, type PostForm } from "./blank.ts";
import { closesAtOf, gapsOf, titleOf } from "./form.ts";
import { emptyLine, type PostLine } from "./line.ts";
import { LineCards } from "./line-cards.tsx";
import { EditorFoot, LineEditor } from "./line-editor.tsx";
import { LineTable } from "./line-table.tsx";
import { MainFields } from "./main-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { Gaps, goTo, Preview } from "./preview.tsx";
import "./post.css";

type WrittenProps = { readonly form: PostForm; readonly onForm: OnForm; readonly keptTerms: boolean };

/** What follows the box once there are lines: the lines, four fields, fold, preview. */
export function Written({ form, onForm, keptTerms }: WrittenProps) {
  const now = serverNow();
  return (
    <>
      <Lines form={form} onForm={onForm} />
      <WithAside
        aside={
          <>
            <Gaps form={form} gaps={gapsOf(form, now, localDateAt(now))} />
            <Preview form={form} />
          </>
        }
      >
        <MainFields form={form} onForm={onForm} keptReach={keptTerms} />
        <MoreFields form={form} onForm={onForm} kept={keptTerms} />
      </WithAside>
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

type PublishProps = {
  readonly label: string;
  readonly form: PostForm;
  readonly busy: boolean;
  readonly onPublish: () => Promise<void>;
};

/** Leads to the first gap; without one it says what will go out, and asks once. */
export function Publish({ label, form, busy, onPublish }: PublishProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const sure = useOpen();
  const now = serverNow();
  const [first] = gapsOf(form, now, localDateAt(now));
  const go = () => {
    if (first === undefined) sure.open();
    else goTo(first.line === null ? `field-${first.at}` : `line-${first.at}`);
  };
  return (
    <>
      <Button kind="primary" icon={<IconSend size={18} aria-hidden="true" />} onClick={go}>
        {label}
      </Button>
      <Confirm
        opened={sure.opened}
        onClose={sure.close}
        title={t("procurement.request.post.publish_title")}
        confirm={t("procurement.request.post.publish_sure")}
        busy={busy}
        onConfirm={() => void onPublish().then(sure.close)}
      >
        <strong>{titleOf(form, locale)}</strong>
        <p>
          {t(`procurement.request.post.reach.${form.reach}`)} · {t(`procurement.request.sealing.${form.sealing}`)} ·{" "}
          {t("procurement.request.post.closes_at", { at: momentText(closesAtOf(form.closing, now), locale) })}
        </p>
        <p>{t("procurement.request.post.publish_frozen")}</p>
      </Confirm>
    </>
  );
}
