import { Drawer as MantineDrawer, Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import "./dialog.css";
import type { SheetProps } from "./dialog.tsx";

const widths = { small: 440, medium: 620, large: 900 } as const;

/** Mantine's dialog and drawer, loaded after the first paint by `dialog.tsx`. */
export function Sheet({ opened, onClose, title, children, foot, side, size = "medium" }: SheetProps) {
  const { t } = useTranslation();
  // Focus goes back to what had it when `opened` turned true, so the first render has to be closed.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  const body = (
    <>
      <span className="k-lock" />
      <div className="k-dialog-body">{children}</div>
      {foot !== undefined && <div className="k-dialog-foot">{foot}</div>}
    </>
  );
  const common = {
    opened: shown,
    onClose,
    title,
    lockScroll: false,
    closeButtonProps: { "aria-label": t("ui.close") },
    transitionProps: { duration: 120 },
  };
  if (side === "middle") {
    return (
      <Modal {...common} size={widths[size]} centered>
        {body}
      </Modal>
    );
  }
  return (
    <MantineDrawer
      {...common}
      position={side}
      size={side === "bottom" ? "auto" : widths[size]}
      classNames={{ content: `k-sheet k-sheet-${side}` }}
    >
      {body}
    </MantineDrawer>
  );
}
