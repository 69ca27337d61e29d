import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import { type ButtonKind, buttonClass } from "./button.tsx";

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "style"> & { readonly ref?: Ref<HTMLAnchorElement> };
type LinkButtonProps = AnchorProps & {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  readonly small?: boolean;
};

/** A link inside the app: typed path, params and search, page preloaded on hover. */
export const AppLink = createLink((props: AnchorProps) => <a {...props} />);

/** A link that looks like a button, because it goes somewhere. */
export const LinkButton = createLink(({ kind = "secondary", icon, wide = false, small = false, children, ...rest }: LinkButtonProps) => (
  <a {...rest} className={buttonClass(kind, wide, small)}>
    {icon}
    <span>{children}</span>
  </a>
));
