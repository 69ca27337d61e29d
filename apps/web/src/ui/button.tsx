import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Spinner } from "./spinner.tsx";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
  readonly kind?: ButtonKind;
  /** Shows that the answer is awaited; further clicks do nothing, focus stays. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

export const buttonClass = (kind: ButtonKind, wide: boolean, small: boolean): string =>
  `k-button k-button-${kind}${wide ? " k-wide" : ""}${small ? " k-button-small" : ""}`;

/** A push button. `type` is "button" unless said otherwise, so that no stray button submits a form. */
export function Button({ kind = "secondary", busy = false, icon, wide = false, small = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(kind, wide, small)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Spinner /> : icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

/** A button that shows a sign only; the label is its name and its tooltip. */
export function IconButton({ label, children, ...rest }: Omit<ButtonProps, "kind" | "icon" | "wide"> & { readonly label: string }) {
  const { busy = false, small: _small, onClick, ...others } = rest;
  return (
    <button
      type="button"
      {...others}
      className="k-icon-button"
      aria-label={label}
      title={label}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Spinner /> : children}
    </button>
  );
}
