import { ownHeaders } from "./trpc.ts";

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "file") : decodeURIComponent(encoded);
};

export type SheetKind = "roll" | "roll-import" | "board" | "town-report";
export type PaperKind = "board" | "town-reports";

export const saveSheet = (kind: SheetKind, type: "xlsx" | "csv", lang: string, filter: unknown): Promise<boolean> =>
  saveFrom(`/sheets/${kind}.${type}?${new URLSearchParams({ lang, filter: JSON.stringify(filter) })}`);

export const savePaper = (kind: PaperKind, id: string, lang: string): Promise<boolean> =>
  saveFrom(`/documents/${kind}/${id}.pdf?${new URLSearchParams({ lang })}`);

/** Fetches a file with the workspace's headers and hands it to the browser's downloads; false when it was refused. */
async function saveFrom(address: string): Promise<boolean> {
  const answer = await fetch(address, { headers: ownHeaders() }).catch(() => null);
  if (!answer?.ok) return false;
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(answer.headers.get("content-disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
