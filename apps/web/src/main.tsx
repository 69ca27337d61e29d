import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WordsProvider } from "#lib/translation.tsx";
import { startWords } from "#lib/words.ts";
import { frameReady } from "./app/root.tsx";
import { router } from "./app/router.ts";
import "./ui/base.css";
import "./ui/ui.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

/**
 * Words, frame and page are asked for together, and drawn once all of them are there: what is drawn in parts waits a third of a second
 * between them, because a screen that changes faster than that cannot be followed.
 */
async function start(into: HTMLElement): Promise<void> {
  const opened = router.load();
  const frame = router.matchRoutes(router.latestLocation).at(-1)?.staticData.frame ?? "bare";
  const [words] = await Promise.all([startWords(), frameReady(frame), opened]);
  createRoot(into).render(
    <StrictMode>
      <WordsProvider catalogue={words}>
        <RouterProvider router={router} />
      </WordsProvider>
    </StrictMode>,
  );
}

void start(root);
