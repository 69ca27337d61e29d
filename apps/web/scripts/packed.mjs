// Packs every text file of the build once, as small as brotli can: the server has no time for that while a phone waits.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const text = /\.(?:html|js|css|json|webmanifest|svg|txt)$/;
const brotli = promisify(brotliCompress);

async function pack(file) {
  const body = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  await writeFile(`${file}.br`, await brotli(body, { params }));
}

export const packedFiles = () => {
  let dist = "dist";
  return {
    name: "files packed once",
    apply: "build",
    configResolved: ({ root, build: { outDir } }) => {
      dist = join(root, outDir);
    },
    // After everything that writes files of its own.
    closeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(
          (entry) => entry.isFile() && !entry.name.startsWith(".") && text.test(entry.name),
        );
        await Promise.all(files.map(({ parentPath, name }) => pack(join(parentPath, name))));
      },
    },
  };
};
