import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile, sealFile } from "./file-seal.ts";
import { fitName, typeOf } from "./file-types.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001", "hex");
const emptyZip = Buffer.concat([Buffer.from("504b0304140000000000", "hex"), Buffer.alloc(40)]);
const pdf = bytes("%PDF-1.7\n%âãÏÓ\n1 0 obj\n");

describe("a file's type is told by its content", () => {
  it.each([
    ["a picture", png, "a.png", "png"],
    ["a picture under another name", png, "a.pdf", "png"],
    ["a document", pdf, "a.pdf", "pdf"],
    ["a drawing", bytes("  0\nSECTION\n  2\nHEADER\n"), "flange.dxf", "dxf"],
    ["plain text", bytes("法兰 DN100"), "a.txt", "txt"],
    ["a table", bytes("name,price\n法兰,1\n"), "a.csv", "csv"],
    ["a page posing as a picture", bytes("<!doctype html><script>alert(1)</script>"), "a.png", null],
    ["a page posing as text", bytes("<html><body>hi"), "a.txt", null],
    ["an SVG posing as a picture", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "a.png", null],
    ["an SVG under its own name", bytes('<?xml version="1.0"?><svg/>'), "a.svg", null],
    ["an archive posing as a picture", emptyZip, "a.png", null],
    ["an archive", emptyZip, "a.zip", null],
    ["a program", Buffer.from("7f454c4602010100000000000000000002003e0001000000", "hex"), "a.txt", null],
    ["text without an accepted name", bytes("hello"), "a.js", null],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x01]), "a.txt", null],
    ["text with control signs", bytes("a\u0000b"), "a.txt", null],
  ])("%s", async (_, content, name, extension) => expect((await typeOf(content, name))?.extension ?? null).toBe(extension));
});

describe("a file's name", () => {
  const as = (name: string) => fitName(name, { mediaType: "image/png", extension: "png" });
  it.each([
    ["../../etc/passwd", "passwd.png"],
    ["C:\\Users\\me\\图纸 1.PNG", "图纸 1.png"],
    ["shell.php.png", "shell.php.png"],
    ["gpj\u202eexe.png", "gpjexe.png"],
    ['a"b\r\nSet-Cookie: x.png', "abSet-Cookie x.png"],
    [".htaccess", "htaccess.png"],
    ["", "file.png"],
  ])("%j is kept as %j", (name, kept) => expect(as(name)).toBe(kept));
  it("never holds a path or control sign and never grows long", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const kept = as(name);
        return !/[\p{Cc}/\\]/u.test(kept) && Array.from(kept).length <= 104 && kept.endsWith(".png");
      }),
    ));
});

describe("a quote's file", () => {
  it("opens with its key only, byte for byte", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (content) => {
        const { sealed, key } = sealFile(content);
        expect([...(openFile(sealed, key) ?? [])]).toEqual([...content]);
        expect(openFile(sealed, sealFile(content).key)).toBeNull();
        const bent = Uint8Array.from(sealed);
        bent[bent.length - 1] = (bent[bent.length - 1] ?? 0) ^ 1;
        expect(openFile(bent, key)).toBeNull();
      }),
      { numRuns: 30 },
    ));
  it("does not tell its length", () => {
    expect(sealFile(new Uint8Array(1)).sealed.length).toBe(sealFile(new Uint8Array(60_000)).sealed.length);
    expect((sealFile(new Uint8Array(70_000)).sealed.length - 40) % 65_536).toBe(0);
  });
});
