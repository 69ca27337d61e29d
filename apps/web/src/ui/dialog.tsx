import { Drawer as MantineDrawer, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

type DialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly foot?: ReactNode;
  readonly size?: "small" | "medium" | "large";
};

const widths = { small: 440, medium: 620, large: 900 } as const;

/** A dialog in the middle; Escape and a click outside close it, focus goes back to what opened it. */
export function Dialog({ opened, onClose, title, children, foot, size = "medium" }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={widths[size]}
      centered
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      transitionProps={{ duration: 120 }}
    >
      <span className="k-lock" />
      <div className="k-dialog-body">{children}</div>
      {foot !== undefined && <div className="k-dialog-foot">{foot}</div>}
    </Modal>
  );
}

type DrawerProps = DialogProps & { readonly side: "right" | "bottom" | "left" };

/** A sheet from the side (details on wide screens) or from the bottom (editing on phones). */
function Sheet({ opened, onClose, title, children, foot, side, size = "medium" }: DrawerProps) {
  const { t } = useTranslation();
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={side}
      size={side === "bottom" ? "auto" : widths[size]}
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      classNames={{ content: `k-sheet k-sheet-${side}` }}
      transitionProps={{ duration: 160 }}
    >
      <span className="k-lock" />
      <div className="k-dialog-body">{children}</div>
      {foot !== undefined && <div className="k-dialog-foot">{foot}</div>}
    </MantineDrawer>
  );
}

export const Drawer = (props: DialogProps) => <Sheet {...props} side="right" />;
export const LeftDrawer = (props: DialogProps) => <Sheet {...props} side="left" />;
export const BottomSheet = (props: DialogProps) => <Sheet {...props} side="bottom" />;

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
