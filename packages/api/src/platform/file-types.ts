import { fileTypeFromBuffer } from "file-type";

export type Accepted = { readonly mediaType: string; readonly extension: string };

const accepted: readonly Accepted[] = [
  { mediaType: "application/pdf", extension: "pdf" },
  { mediaType: "image/png", extension: "png" },
  { mediaType: "image/jpeg", extension: "jpg" },
  { mediaType: "image/webp", extension: "webp" },
  { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
  { mediaType: "image/vnd.dwg", extension: "dwg" },
];
const dxf: Accepted = { mediaType: "image/vnd.dxf", extension: "dxf" };
const texts: Readonly<Record<string, Accepted>> = {
  txt: { mediaType: "text/plain; charset=utf-8", extension: "txt" },
  csv: { mediaType: "text/csv; charset=utf-8", extension: "csv" },
};

/** For the words of a refusal. */
export const acceptedExtensions = [...accepted, dxf, ...Object.values(texts)].map(({ extension }) => extension).join(", ");

/** Tells a file's type from its content; what a client says of it counts only between two kinds of plain text. null: not accepted. */
export async function typeOf(content: Uint8Array, name: string): Promise<Accepted | null> {
  const detected = await fileTypeFromBuffer(content).catch(() => undefined);
  if (detected) return hidesMacros(content) ? null : (accepted.find(({ mediaType }) => mediaType === detected.mime) ?? null);
  const text = plainText(content);
  if (text === null) return null;
  if (/^\s*0\s*\r?\n\s*SECTION\s*\r?\n/.test(text)) return dxf;
  return texts[extensionOf(name)] ?? null;
}

const zipped = Buffer.from("PK\u0003\u0004", "latin1");
/** An Office file that says it holds no program and does: the name of an entry lies unpacked in the archive. */
function hidesMacros(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.subarray(0, 4).equals(zipped) && bytes.includes("vbaProject.bin");
}

// Every control sign but tab, line feed and carriage return.
const control = /(?![\t\n\r])\p{Cc}/u;
const markup = /^\s*<(?:!|\?|%|[a-z])/i;

/** UTF-8 without control signs, and nothing a browser could take for a page. */
function plainText(content: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return control.test(text) || markup.test(text) ? null : text;
  } catch {
    return null;
  }
}

const extensionOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

// Path signs, control signs, and the marks that turn the direction of writing ("gpj.exe" shown as "exe.jpg").
const unfit = /[\p{Cc}<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The last part of what the client calls it, fit for a Content-Disposition and with the extension of its real type. */
export function fitName(name: string, { extension }: Accepted): string {
  const base = (name.split(/[/\\]/).at(-1) ?? "").normalize("NFC").replace(unfit, "").replace(/^\.+/, "").trim();
  const stem = base.replace(/\.[a-z0-9]{1,8}$/i, "") || "file";
  return `${Array.from(stem).slice(0, 100).join("")}.${extension}`;
}
