import { say } from "./say.ts";
import { ownHeaders } from "./trpc.ts";

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "file") : decodeURIComponent(encoded);
};

export type SheetKind = "members" | "roll" | "roll-import";

/** Fetches a list with the workspace's headers and hands it to the browser's downloads; answers what was wrong, in words, or null. */
export async function saveSheet(kind: SheetKind, type: "xlsx" | "csv", lang: string, filter: unknown): Promise<string | null> {
  const answer = await fetch(`/sheets/${kind}.${type}?${new URLSearchParams({ lang, filter: JSON.stringify(filter) })}`, {
    headers: ownHeaders(),
  }).catch((error: unknown) => say(error));
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
