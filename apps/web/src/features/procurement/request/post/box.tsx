import { useEffect, useRef, useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/states.tsx";
import { newKey, type OnForm, type PostForm } from "./blank.ts";
import { PasteBox } from "./paste-box.tsx";
import { rules } from "./rules.ts";

type BoxProps = { readonly form: PostForm; readonly onForm: OnForm; readonly pack: string | null };

/** The box, drawn before the parser has come: what is pasted meanwhile stands in it until it is read. */
export function Box({ form, onForm, pack }: BoxProps) {
  const { t } = useTranslation();
  const [undo, setUndo] = useState<{ readonly before: PostForm; readonly count: number } | null>(null);
  const [reading, setReading] = useState<"no" | "now" | "failed">("no");
  const latest = useRef(form);
  latest.current = form;
  /** What is to be read once the parser is there; typing on meanwhile is read too, and once. */
  const wanted = useRef<string | null>(null);
  useEffect(() => void rules().catch(() => undefined), []); // asked again when something is to be read
  const write = (paste: string) => {
    if (wanted.current !== null) wanted.current = paste;
    onForm((held) => ({ ...held, paste }));
  };
  const read = async (text: string) => {
    const underWay = wanted.current !== null;
    wanted.current = text;
    write(text);
    if (underWay) return;
    setReading("now");
    const loaded = await rules().catch(() => null);
    const before = { ...latest.current, paste: wanted.current };
    wanted.current = null;
    setReading(loaded === null ? "failed" : "no");
    if (loaded === null) return;
    const next = loaded.readBox(before, before.paste, serverNow(), pack, newKey);
    const count = next.lines.length - before.lines.length;
    if (count === 0) return;
    setUndo({ before, count });
    onForm(() => ({ ...next, paste: "" }));
  };
  return (
    <>
      <PasteBox
        value={form.paste}
        onChange={write}
        onRead={(text) => void read(text)}
        busy={reading === "now"}
        empty={form.lines.length === 0}
      />
      <div role="status" aria-live="polite">
        {reading === "failed" && <Notice tone="bad">{t("procurement.request.post.read_failed")}</Notice>}
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
