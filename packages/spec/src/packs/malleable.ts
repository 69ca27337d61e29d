import type { Pack } from "../pack.ts";
import { attribute, list, unit } from "./attribute.ts";

/** Symbols and trade numbers from a maker's catalogue page (UNI EN 10242); Chinese names by hand. */
const types = list(`
A1|弯头|Elbow 90° F/F|90°弯头;90度弯头;异径弯头;变径弯头;elbow 90;90 elbow;90 deg elbow;90 degree elbow;90° elbow;reducing elbow;elbow 90 f/f;fig 90;!弯头;!elbow;!elbows
A4|内外丝弯头|Elbow 90° M/F|内外牙弯头;street elbow;street elbows;m&f elbow;m/f elbow;male female elbow;elbow m/f;fig 92
A1/45°|45°弯头|Elbow 45° F/F|45度弯头;45 elbow;45 deg elbow;45 degree elbow;elbow 45;45° elbow;fig 120
G1|内丝月弯|Bend 90° F/F|月弯;bend 90;long sweep bend;?bend
G4|内外丝月弯|Bend 90° M/F|bend m/f;m&f bend;?bend
G1/45°|45°月弯|Bend 45° F/F|45度月弯;bend 45
B1|三通|Tee 90° F/F|等径三通;异径三通;变径三通;equal tee;reducing tee;straight tee;tee;tees;fig 130
C1|四通|Cross 90°|等径四通;异径四通;cross;crosses;equal cross;fig 180
Za1|侧孔弯头|Side outlet elbow|side outlet elbows;fig 221
Za2|侧孔三通|Side outlet tee|fig 223
M2|外接头|Socket F/F|管箍;直通;束节;异径管箍;变径管箍;异径外接头;变径外接头;大小头;内丝直通;socket;sockets;coupling;couplings;reducing socket;reducing coupling;reducing sockets;fig 270;fig 240
M4|内外丝接头|Socket M/F|内外丝直接;m&f socket;socket m/f;fig 529
N8|内接头|Hexagon nipple|对丝;六角对丝;六角内接头;内接;外丝直通;hex nipple;hex nipples;hexagon nipples;nipple;nipples;fig 280
P4|锁紧螺母|Backnut|根母;锁母;backnuts;back nut;lock nut;locknut;locknuts;fig 310
T1|管帽|Hexagon cap|六角管帽;盖帽;hex cap;cap;caps;pipe cap;fig 300
T9|管堵|Beaded plug|丝堵;堵头;外方管堵;外方堵头;带边管堵;plug;plugs;beaded plugs;square plug;fig 290
U1|平座活接头|Union F/F flat seat|平座活接;平口活接;flat seat union;union flat seat;union flat;fig 330;?活接头;?活接;?由任;?union;?unions
U2|内外丝平座活接头|Union M/F flat seat|内外丝平座活接;union m/f flat;fig 331
U11|锥座活接头|Union F/F conical seat|锥座活接;锥口活接;conical seat union;conical union;union conical;union conical seat;taper seat union;fig 340;?活接头;?活接;?由任;?union;?unions
U12|内外丝锥座活接头|Union M/F conical seat|内外丝锥座活接;union m/f conical;fig 341
UA1|平座活接弯头|Union elbow F/F flat seat|union elbow flat seat;union elbow flat;fig 95;?活接弯头;?union elbow
UA2|内外丝平座活接弯头|Union elbow M/F flat seat|fig 97
UA11|锥座活接弯头|Union elbow F/F conical seat|union elbow conical seat;union elbow conical;fig 96;?活接弯头;?union elbow
UA12|内外丝锥座活接弯头|Union elbow M/F conical seat|fig 98`);

/** Malleable fittings pack (Taigu). Threads, beads and reducing sizes are to be confirmed by the town expert. */
export const malleablePack: Pack = {
  code: "malleable",
  edition: "malleable@1.0.0",
  names: { zh: "玛钢管件", en: "Malleable fittings" },
  families: [
    {
      code: "malleable",
      pack: "malleable",
      names: { zh: "玛钢管件", en: "Malleable fitting" },
      words: [
        "玛钢管件",
        "玛钢",
        "玛铁",
        "马钢管件",
        "马钢",
        "玛钢件",
        "可锻铸铁",
        "可锻铸铁管件",
        "丝扣管件",
        "malleable iron",
        "malleable",
        "malleable fittings",
        "malleable iron fitting",
        "malleable iron fittings",
        "malleable iron pipe fittings",
        "m.i.",
        "mi fitting",
        "mi fittings",
        "pipe fittings",
      ],
      hs: ["730719"],
      unit: unit("H87"),
      attributes: [
        attribute("type", "型式", "Type", "enum", { need: "required", hard: true, values: types }),
        attribute("dn", "规格", "Size", "size", { need: "required", hard: true }),
        attribute("nps", "英制规格", "Thread size", "size", { matched: false }),
        attribute("finish", "表面", "Finish", "enum", {
          need: "required",
          hard: true,
          values: list(
            "black|黑件|Black|黑色;黑皮;不镀锌;black finish\ngalvanized|镀锌|Galvanized|galvanised;galv;galv.;gi;zinc plated;zinc coated;白件",
          ),
        }),
        attribute("thread", "螺纹", "Thread", "enum", {
          need: "asked",
          hard: true,
          values: list(
            "ISO 7-1|R/Rc (ISO 7-1)|R/Rc (ISO 7-1)|bspt;iso 7/1;iso7-1;iso 7;r/rc;rc螺纹;55°;55度;英制螺纹;英制牙;din 2999;?bsp\nNPT|NPT|NPT|npt螺纹;60°;60度;美制螺纹;美制牙;美制",
          ),
        }),
        attribute("standard", "标准", "Standard", "standard", {
          need: "asked",
          hard: true,
          values: list(
            "GB/T 3287|可锻铸铁管路连接件|Malleable cast iron pipe fittings (equivalent to ISO 49:1994)\nEN 10242|可锻铸铁螺纹管件|Threaded pipe fittings in malleable cast iron\nISO 49|可锻铸铁螺纹管件|Malleable cast iron fittings threaded to ISO 7-1",
          ),
        }),
        attribute("bead", "边", "Bead", "enum", {
          values: list("beaded|带边|Beaded|加边;banded;with bead\nplain|无边|Plain|不带边;without bead"),
        }),
        attribute("approval", "认证", "Approval", "evidence", {
          hard: true,
          evidence: ["UL", "FM", "CE"],
          values: list(
            "UL/FM|UL/FM 认证|UL/FM approval|ul/fm;ul fm;fm/ul;ul&fm;ul/fm认证\nUL|UL 认证|UL listed|ul认证\nFM|FM 认证|FM approved|fm认证\nCE|CE 标志|CE marked|ce认证",
          ),
        }),
      ],
    },
  ],
  sources: [{ title: "symbols and trade numbers: a maker's catalogue page (UNI EN 10242)", licence: "facts", date: "2026-11-01" }],
};
