// Draws papers in a thread of its own: laying out a long order would hold up every other request.
// Plain JavaScript, because Node 20 starts a worker from a file without the loader that reads TypeScript.
import { parentPort } from "node:worker_threads";
import pdfmake from "pdfmake";

const families = {};
/** A font is sent once; from then on papers name it. */
function keepFonts(fonts) {
  for (const { name, regular, bold } of fonts) {
    for (const [weight, file] of Object.entries({ regular, bold }))
      pdfmake.virtualfs.writeFileSync(`${name}-${weight}.ttf`, Buffer.from(file));
    families[name] = { normal: `${name}-regular.ttf`, bold: `${name}-bold.ttf` };
  }
}
// A paper reads nothing but its fonts: no address and no file that a text might name.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

const hair = 0.5;
const quiet = "#b8bec6";
const tableLayouts = {
  lines: {
    hLineWidth: (at, node) => (at === 0 || at === node.table.headerRows || at === node.table.body.length ? 0.9 : hair),
    vLineWidth: () => 0,
    hLineColor: (at, node) => (at === 0 || at === node.table.headerRows || at === node.table.body.length ? "#2b2f36" : quiet),
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
  boxes: {
    hLineWidth: () => hair,
    vLineWidth: () => hair,
    hLineColor: () => quiet,
    vLineColor: () => quiet,
    paddingLeft: () => 8,
    paddingRight: () => 8,
    paddingTop: () => 6,
    paddingBottom: () => 6,
  },
};

const definitionOf = ({ font, content, info, pageWords, footer, continued, mark, language }) => ({
  pageSize: "A4",
  pageMargins: [42, 48, 42, 54],
  lang: language,
  info,
  content,
  tableLayouts,
  defaultStyle: { font, fontSize: 9, lineHeight: 1.2, color: "#1f2329" },
  header: (page) => (page === 1 ? null : { ...continued, margin: [42, 24, 42, 0] }),
  footer: (page, pages) => ({
    margin: [42, 14, 42, 0],
    columns: [
      { ...footer, width: "*", fontSize: 7.5, color: "#646a73" },
      {
        width: "auto",
        alignment: "right",
        fontSize: 7.5,
        color: "#646a73",
        text: pageWords.replace("{{page}}", String(page)).replace("{{pages}}", String(pages)),
      },
    ],
  }),
  ...(mark !== null && { watermark: { text: mark, font, color: "#5b6470", opacity: 0.08, bold: true, angle: -35 } }),
});

async function answer({ id, paper, fonts }) {
  try {
    keepFonts(fonts);
    // pdfmake writes into the tables it is given, so each paper gets its own.
    pdfmake.setFonts(structuredClone(families));
    pdfmake.setTableLayouts(tableLayouts);
    return { id, content: await pdfmake.createPdf(definitionOf(paper)).getBuffer() };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort.on("message", (job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void answer(job).then((told) => parentPort.postMessage(told));
});
