import { ownHeaders } from "./trpc.ts";

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "file") : decodeURIComponent(encoded);
};

async function save(answer: Response | null): Promise<boolean> {
  if (!answer?.ok) return false;
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(answer.headers.get("content-disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}

/** A link to a file cannot carry the workspace's headers, so the file is fetched and handed over; false when it was refused. */
export const saveFile = async (id: string): Promise<boolean> =>
  save(await fetch(`/files/${id}`, { headers: ownHeaders() }).catch(() => null));

/** Fetches a list with the workspace's headers and hands it to the browser's downloads; false when it was refused. */
export async function saveSheet(kind: "roll" | "roll-import", type: "xlsx" | "csv", lang: string, filter: unknown): Promise<boolean> {
  const answer = await fetch(`/sheets/${kind}.${type}?${new URLSearchParams({ lang, filter: JSON.stringify(filter) })}`, {
    headers: ownHeaders(),
  }).catch(() => null);
  return save(answer);
}
