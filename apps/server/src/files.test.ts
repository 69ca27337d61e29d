import type { Someone } from "@jizhen/api/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSite, origin, type Site } from "./http.fixtures.ts";

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.close());

type Uploaded = { id: string; name: string; size: number; mediaType: string; sealKey?: string };
const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
const send = (who: Someone | undefined, content: BodyInit, name: string, query = "purpose=request", more: Record<string, string> = {}) =>
  fetch(`${site.url}/files?${query}`, {
    method: "POST",
    headers: { ...site.headers(who), origin, "x-file-name": encodeURIComponent(name), ...more },
    body: content,
  });
const fetchAs = (who: Someone | undefined, id: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/files/${id}`, { headers: { ...site.headers(who), ...headers } });
const code = async (answer: Response) => ((await answer.json()) as { reason: { code: string } }).reason.code;

describe("uploading", () => {
  it("gives the file back to its own organisation, as an attachment that cannot run", async () => {
    const { buyer, buyerOwner } = site.world;
    const answer = await send(buyer, pdf, "../图纸 (1).pdf");
    expect(answer.status).toBe(200);
    const file = (await answer.json()) as Uploaded;
    expect(file).toMatchObject({ name: "图纸 (1).pdf", mediaType: "application/pdf", size: pdf.length });
    const got = await fetchAs(buyerOwner, file.id);
    expect(await got.text()).toBe(pdf);
    expect(got.headers.get("content-disposition")).toBe(
      `attachment; filename="__ (1).pdf"; filename*=UTF-8''${encodeURIComponent("图纸 ")}%281%29.pdf`,
    );
    expect(got.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    expect(got.headers.get("cache-control")).toBe("private, no-store");
  });

  it("accepts a form as well", async () => {
    const form = new FormData();
    form.set("file", new File([pdf], "a.pdf"));
    expect((await send(site.world.buyer, form, "")).status).toBe(200);
  });

  it.each([
    ["a page posing as a picture", "<html><script>alert(1)</script></html>", "a.png", "platform.file_type"],
    ["a drawing that can run", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "a.png", "platform.file_type"],
    [
      "an archive posing as a picture",
      Buffer.concat([Buffer.from("504b0304140000000000", "hex"), Buffer.alloc(40)]),
      "a.png",
      "platform.file_type",
    ],
    ["nothing", "", "a.pdf", "platform.file_empty"],
    ["ten megabytes and a bit", Buffer.concat([Buffer.from(pdf), Buffer.alloc(10 * 1024 * 1024)]), "a.pdf", "platform.file_too_large"],
  ])("refuses %s", async (_, content, name, expected) => {
    const answer = await send(site.world.buyer, content, name);
    expect([413, 422]).toContain(answer.status);
    expect(await code(answer)).toBe(expected);
  });

  it("refuses visitors, other sites, unknown purposes, and those without the right", async () => {
    expect((await send(undefined, pdf, "a.pdf")).status).toBe(403);
    expect((await send(site.world.buyer, pdf, "a.pdf", "purpose=request", { origin: "https://evil.example" })).status).toBe(403);
    expect((await send(site.world.buyer, pdf, "a.pdf", "purpose=avatar")).status).toBe(422);
    expect(await code(await send(site.world.applicant, pdf, "a.pdf"))).toBe("platform.not_permitted");
    expect(await code(await send(site.world.stranger, pdf, "a.pdf"))).toBe("platform.workspace_unknown");
  });

  it("lets an applicant send its licence, which only it and the administration can read", async () => {
    const { stranger, rival, dingxiang, applicant, townAdministrator, elsewhereAdministrator } = site.world;
    const early = await send(stranger, pdf, "licence.pdf", `purpose=application&town=${dingxiang.id}`);
    expect(early.status).toBe(200);
    const licence = (await (await send(applicant, pdf, "licence.pdf", "purpose=application")).json()) as Uploaded;
    expect((await fetchAs(applicant, licence.id)).status).toBe(200);
    expect((await fetchAs(townAdministrator, licence.id)).status).toBe(200);
    for (const who of [rival, elsewhereAdministrator, stranger, undefined])
      expect([403, 404]).toContain((await fetchAs(who, licence.id)).status);
  });
});

describe("a quote's file", () => {
  it("opens with the key that only the uploader was told, and lies encrypted", async () => {
    const { supplier, rival } = site.world;
    const secret = `${pdf}canary-price-12345`;
    const file = (await (await send(supplier, secret, "price list.pdf", "purpose=quote")).json()) as Uploaded;
    const key = file.sealKey ?? "";
    expect(key).toHaveLength(43);
    const got = await fetchAs(supplier, file.id, { "x-file-key": key });
    expect(await got.text()).toBe(secret);
    expect((await fetchAs(supplier, file.id)).status).toBe(404);
    expect((await fetchAs(supplier, file.id, { "x-file-key": "A".repeat(43) })).status).toBe(404);
    expect((await fetchAs(rival, file.id, { "x-file-key": key })).status).toBe(404);
    const [row] = await site.world.asOwner<{ name: string; size: number; storage_key: string; media_type: string }>(
      "select * from stored_file where id = $1",
      [file.id],
    );
    expect(row).toMatchObject({ name: "sealed", media_type: "application/octet-stream" });
    expect(JSON.stringify(row)).not.toContain(key);
    const stored = await site.world.platform.services.files.get(row?.storage_key ?? "");
    expect(Buffer.from(stored).includes("canary-price")).toBe(false);
    expect(stored.length).toBe(row?.size);
  });
});
