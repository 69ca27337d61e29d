import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WordsProvider } from "#lib/translation.tsx";
import { startWords } from "#lib/words.ts";
import { router } from "./app/router.ts";
import "./ui/base.css";
import "./ui/ui.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// Not first when it is drawn: the page's question and its file are under way while the words come.
void router.load();
void startWords().then((words) => {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider catalogue={words}>
        <RouterProvider router={router} />
      </WordsProvider>
    </StrictMode>,
  );
});
