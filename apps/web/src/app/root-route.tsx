import { createRootRoute } from "@tanstack/react-router";
import { Crash } from "./crash.tsx";
import { NotFound } from "./not-found.tsx";
import { Root } from "./root.tsx";

/*
 * Every address of the app, one entry a page, each page its own chunk.
 * staticData.frame: "bare" loads nothing but the page (public pages, signing in), "kit" adds the kit and the query layer (joining),
 * "work" adds menu, switcher and messages and asks for a sign-in. staticData.title is the key of the document's title.
 * Search params are read with #lib/search.ts: what does not fit is dropped.
 */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Crash });
