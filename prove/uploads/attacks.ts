import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { isLong } from "../support/scale.ts";

export type Attack = { readonly what: string; readonly name: string; readonly content: Buffer };

const text = (content: string) => Buffer.from(content, "utf8");
const hex = (content: string, rest = 200) => Buffer.concat([Buffer.from(content, "hex"), Buffer.alloc(rest, 7)]);

/** A zip archive of these entries, written by hand so that it may lie. */
export function zip(entries: readonly { readonly name: string; readonly content: Buffer; readonly packed?: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, packed = deflateRawSync(content) } of entries) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(at, 42);
    locals.push(local, text(name), packed);
    centrals.push(central, text(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(centrals).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}

const types = (main: string) => ({
  name: "[Content_Types].xml",
  content: text(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/part.xml" ContentType="${main}+xml"/></Types>`,
  ),
});
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main";
const letter = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main";
const macro = { name: "xl/vbaProject.bin", content: Buffer.from("d0cf11e0a1b11ae1", "hex") };

function png(width: number, height: number, more: Buffer = Buffer.alloc(0)): Buffer {
  const chunk = (kind: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, text(kind), body, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    more,
    chunk("IDAT", deflateSync(Buffer.alloc(1e6))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const html = "<html><body><script>alert(document.domain)</script></body></html>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex");
// In two parts, or a scanner would take this file away.
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS", "TEST-FILE!$H+H*"].join("-");
const pdf = (body: string) => text(`%PDF-1.7\n${body}\n%%EOF\n`);

/** A page, a script or a program under the name of something harmless. */
const disguised: readonly (readonly [string, string | Buffer])[] = [
  ["a page", html],
  ["a page after a byte order mark", `\ufeff${html}`],
  ["a page after blank lines", `\n\n   ${html}`],
  ["a page in UTF-16", Buffer.from(`\ufeff${html}`, "utf16le")],
  ["a drawing that runs", svg],
  ["a drawing with a declaration", `<?xml version="1.0"?>${svg}`],
  ["an XML entity bomb", '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
  ["an XML file that reads another", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ["a PHP page", "<?php system($_GET['c']); ?>"],
  ["a JSP page", "<%@ page import='java.io.*' %>"],
  ["a Windows program", hex("4d5a900003000000")],
  ["a Linux program", hex("7f454c460201010000000000000000000200")],
  ["a Java class", hex("cafebabe00000034")],
  ["a WebAssembly module", hex("0061736d01000000")],
  ["a Flash film", hex("4357530a00000000")],
  ["an old Office document with macros", hex("d0cf11e0a1b11ae1", 2_000)],
  ["a Windows shortcut", hex("4c0000000114020000000000c000000000000046")],
  ["a cabinet", hex("4d534346000000000000000000000000")],
  ["an archive", zip([{ name: "a.txt", content: text("x") }])],
  ["a Java archive", zip([{ name: "META-INF/MANIFEST.MF", content: text("Main-Class: A") }])],
  ["a 7z archive", hex("377abcaf271c0004")],
  ["a RAR archive", hex("526172211a0700cf907300000d")],
  ["a gzip bomb", gzipSync(Buffer.alloc(8 * 1024 * 1024))],
  ["a film", hex("000000186674797069736f6d00000200")],
  ["a font", hex("0001000000100100000400")],
  ["a script of a shell, with NUL", "#!/bin/sh\0rm -rf /"],
  ["noise", Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 97 + 13) % 256))],
  ["nothing but NUL", Buffer.alloc(64)],
];

/** What an honest name may carry: these may be taken in, and then only ever leave as attachments of their real type. */
const dressed: readonly Attack[] = [
  { what: "a PDF that runs a script", name: "a.pdf", content: pdf("1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj") },
  { what: "a PDF that starts a program", name: "a.pdf", content: pdf("1 0 obj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj") },
  { what: "a PDF and a page in one", name: "a.pdf", content: pdf(html) },
  { what: "a PDF and an archive in one", name: "a.pdf", content: Buffer.concat([pdf("x"), zip([{ name: "a", content: text("x") }])]) },
  { what: "a PDF without an end", name: "a.pdf", content: text("%PDF-1.7\n1 0 obj<</Length 99999999999>>stream") },
  { what: "a PDF of references in a circle", name: "a.pdf", content: pdf("1 0 obj 1 0 R endobj xref 0 99999999") },
  { what: "a PDF named as a page", name: "a.html", content: pdf("x") },
  { what: "a PDF with two extensions", name: "a.pdf.exe", content: pdf("x") },
  { what: "a PDF named as a script", name: "a.svg", content: pdf("x") },
  { what: "a picture of ten thousand million points", name: "a.png", content: png(100_000, 100_000) },
  { what: "a picture without size", name: "a.png", content: png(0, 0) },
  { what: "a picture with a page in a comment", name: "a.png", content: png(1, 1, text(`\0\0\0\0tEXt${html}`)) },
  { what: "a picture cut short", name: "a.png", content: png(1, 1).subarray(0, 40) },
  { what: "a photograph and a page in one", name: "a.jpg", content: Buffer.concat([jpeg, text(html)]) },
  { what: "a photograph and an archive in one", name: "a.jpg", content: Buffer.concat([jpeg, zip([{ name: "a", content: text("x") }])]) },
  { what: "a photograph named as a page", name: "photo.html", content: Buffer.concat([jpeg, Buffer.alloc(300)]) },
  { what: "a table of formulas", name: "a.csv", content: text('=cmd|" /C calc"!A0,+1,-1,@SUM(1)\n') },
  { what: "a text with a page further down", name: "a.txt", content: text(`hello\n${html}`) },
  { what: "a text that virus scanners know", name: "a.txt", content: text(eicar) },
  { what: "a text named as a page", name: "a.html", content: text("hello <b>x</b>") },
  { what: "a script named as a text", name: "a.txt", content: text("alert(1)//") },
  { what: "a drawing file with a page in it", name: "a.dxf", content: text(`0\nSECTION\n${html}`) },
  { what: "a workbook", name: "a.xlsx", content: zip([types(sheet), { name: "xl/workbook.xml", content: text("<a/>") }]) },
  {
    what: "a workbook that names files outside itself",
    name: "a.xlsx",
    content: zip([types(sheet), { name: "../../../etc/cron.d/x", content: text("x") }]),
  },
];

/** Never to be taken in, whatever the name. */
const forbidden: readonly Attack[] = [
  { what: "a workbook with macros", name: "a.xlsx", content: zip([types("application/vnd.ms-excel.sheet.macroEnabled.main"), macro]) },
  { what: "a letter with macros", name: "a.docx", content: zip([types("application/vnd.ms-word.document.macroEnabled.main"), macro]) },
  { what: "a workbook that hides its macros", name: "a.xlsx", content: zip([types(sheet), macro]) },
  { what: "a letter that hides its macros", name: "a.docx", content: zip([types(letter), { ...macro, name: "word/vbaProject.bin" }]) },
  { what: "a workbook that unpacks to a gigabyte where its type is told", name: "a.xlsx", content: zip([bomb("[Content_Types].xml")]) },
];

/** 4 MiB packed, said to be small; unpacked it is a thousand times as much. */
function bomb(name: string) {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024 * 1024), { level: 1 });
  return { name, content: Buffer.alloc(1000), packed: block };
}

const paths = [
  "../../etc/passwd.pdf",
  "..\\..\\windows\\a.pdf",
  "/etc/a.pdf",
  "C:\\a.pdf",
  "a\0.html.pdf",
  "a.pdf\0.html",
  ".htaccess",
  "..",
  "con.pdf",
  "a\r\nSet-Cookie: x=y.pdf",
  "\u202efdp.exe",
  'a;b=c".pdf',
  `${"长".repeat(400)}.pdf`,
  "%2e%2e%2f%2e%2e%2fa.pdf",
  "",
  "a.pdf/../../b.html",
];

const few = ["a.png", "a.pdf", "a.txt"];
const names = isLong
  ? [...few, ..."jpg webp dwg dxf csv xlsx docx html svg js exe php".split(" ").map((extension) => `a.${extension}`), "a", "a.pdf.html"]
  : few;
const contents = disguised.map(([what, content]) => ({ what, content: typeof content === "string" ? text(content) : content }));
const honest: readonly (readonly [string, Buffer])[] = [
  ["a.pdf", pdf("x")],
  ["a.jpg", jpeg],
  ["a.png", png(1, 1)],
];
/** What is hidden behind the head of an honest file. */
const hidden = honest.flatMap(([name, head]) =>
  contents.map(({ what, content }) => ({ what: `${what} behind ${name}`, name, content: Buffer.concat([head, content]) })),
);

export const refusedAttacks: readonly Attack[] = [
  ...contents.flatMap(({ what, content }) => names.map((name) => ({ what: `${what} as ${name}`, name, content }))),
  ...forbidden,
];
export const tamedAttacks: readonly Attack[] = [
  ...dressed,
  ...paths.map((name) => ({ what: `the name ${JSON.stringify(name)}`, name, content: pdf("x") })),
  ...(isLong ? hidden : []),
];
