import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "./button.tsx";

export type DialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly foot?: ReactNode;
  readonly size?: "small" | "medium" | "large";
};
export type SheetProps = DialogProps & { readonly side: "middle" | "right" | "bottom" | "left" };

const parts = () => import("./dialog-parts.tsx");
const Sheet = lazy(() => parts().then(({ Sheet: component }) => ({ default: component })));

/** Nobody waits for a dialog before the first paint: its code is fetched once the page stands, and drawn when first opened. */
function Late(props: SheetProps) {
  const [asked, setAsked] = useState(props.opened);
  if (props.opened && !asked) setAsked(true);
  useEffect(() => void parts().catch(() => undefined), []); // tried again when it is opened
  if (!asked) return <></>;
  return (
    <Suspense fallback={null}>
      <Sheet {...props} />
    </Suspense>
  );
}

/** A dialog in the middle; Escape and a click outside close it, focus goes back to what opened it. */
export const Dialog = (props: DialogProps) => <Late {...props} side="middle" />;
/** A sheet from the right: details on wide screens. */
export const Drawer = (props: DialogProps) => <Late {...props} side="right" />;
/** A sheet from the bottom: editing on phones. */
export const BottomSheet = (props: DialogProps) => <Late {...props} side="bottom" />;

type ConfirmProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Words of the button that does it: name the act, not "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
};

/** Asks once before something that cannot be undone; says what will be fixed or lost. */
export function Confirm({ opened, onClose, title, children, confirm, danger = false, busy = false, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  const foot = (
    <>
      <Button onClick={onClose}>{t("ui.cancel")}</Button>
      <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm} data-autofocus>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="small" foot={foot}>
      {children}
    </Dialog>
  );
}

/** Open or shut, with handlers ready to pass on. */
export function useOpen(start = false): { readonly opened: boolean; readonly open: () => void; readonly close: () => void } {
  const [opened, setOpened] = useState(start);
  return { opened, open: () => setOpened(true), close: () => setOpened(false) };
}
