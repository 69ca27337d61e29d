import { say } from "./say.ts";
import { ownHeaders } from "./trpc.ts";

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "file") : decodeURIComponent(encoded);
};

export type SheetKind = "members" | "roll" | "roll-import" | "board" | "town-report" | "reports";
export type PaperKind = "board" | "town-reports";

export const saveSheet = (kind: SheetKind, type: "xlsx" | "csv", lang: string, filter: unknown): Promise<string | null> =>
  saveFrom(`/sheets/${kind}.${type}?${new URLSearchParams({ lang, filter: JSON.stringify(filter) })}`);

export const savePaper = (kind: PaperKind, id: string, lang: string): Promise<string | null> =>
  saveFrom(`/documents/${kind}/${id}.pdf?${new URLSearchParams({ lang })}`);

/** A link to a file cannot carry the workspace's headers, so the file is fetched and handed over. */
export const saveFile = (id: string): Promise<string | null> => saveFrom(`/files/${id}`);

/** Fetches a file with the workspace's headers and hands it to the browser's downloads; answers what was wrong, in words, or null. */
async function saveFrom(address: string): Promise<string | null> {
  const answer = await fetch(address, { headers: ownHeaders() }).catch((error: unknown) => say(error));
  if (typeof answer === "string") return answer;
  if (!answer.ok) return say({ data: await answer.json().catch(() => null) });
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(answer.headers.get("content-disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return null;
}
