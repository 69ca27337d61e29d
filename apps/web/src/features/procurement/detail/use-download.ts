import { useState } from "react";
import { ownHeaders } from "#lib/trpc.ts";

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "file") : decodeURIComponent(encoded);
};

/** Hands a piece of data to the browser's downloads. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Fetches a file with the workspace's headers and saves it under its own name. */
export function useDownload(): { readonly fetchFile: (id: string) => Promise<void>; readonly failed: boolean } {
  const [failed, setFailed] = useState(false);
  const fetchFile = async (id: string) => {
    setFailed(false);
    try {
      const answer = await fetch(`/files/${id}`, { headers: ownHeaders() });
      if (!answer.ok) return setFailed(true);
      saveAs(nameIn(answer.headers.get("content-disposition")), await answer.blob());
    } catch {
      setFailed(true); // said beside the button; the next click tries again
    }
  };
  return { fetchFile, failed };
}
