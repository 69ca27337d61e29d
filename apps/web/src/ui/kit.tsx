import { createTheme, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { useTheme } from "#lib/theme.ts";
import "./kit.css";
import { Toasts } from "./toasts.tsx";

/** Colours and sizes come from tokens.css through kit.css, so that no style element is written at run time (strict CSP). */
const theme = createTheme({ primaryColor: "blue", respectReducedMotion: true, cursorType: "pointer" });

/** What Mantine's parts need around them. Public pages that use none of these parts do not load it. */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme={useTheme()} withCssVariables={false} withGlobalClasses={false}>
      {children}
      <Toasts />
    </MantineProvider>
  );
}
