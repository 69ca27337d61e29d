import { flangeStandards } from "../flange/ratings.ts";
import { grades } from "../grades.ts";
import type { Attribute, Family, ListValue, Pack } from "../pack.ts";
import { attribute, list, unit } from "./attribute.ts";

const plain = (code: string, zh: string, en: string): ListValue => ({
  code,
  names: { zh, en },
  aliases: [],
  assumedBy: [],
  doubtfulBy: [],
});

const flangeTypes = list(`
WN|带颈对焊法兰|Welding neck flange|带颈对焊;带径对焊法兰;带径对焊;对焊法兰;高颈对焊法兰;高颈对焊;高颈法兰;高颈;对焊;wn;weld neck flange;weld neck;welding neck;weldneck;weldneck flange;butt weld flange
SO|带颈平焊法兰|Slip-on (hubbed) flange|带颈平焊;带径平焊法兰;带径平焊;颈平焊;颈平;so;soh;slip on flange;slip on;slipon;hubbed slip on;?平焊法兰;?平焊
PL|板式平焊法兰|Plate flange for welding|板式平焊;板式法兰;板平焊;平板法兰;板焊;板式;pl;sop;plate flange;flat welding flange;plate type flange;?平焊法兰;?平焊;?plate;?flat flange
BL|法兰盖|Blind flange|盲板法兰;法兰盲板;盲板;盲法兰;盲盖;bl;blind flange;blind
SW|承插焊法兰|Socket-welding flange|承插焊;承插法兰;承插;sw;socket welding flange;socket weld flange;socket welding;socket weld
TH|螺纹法兰|Threaded flange|丝扣法兰;丝扣;丝接法兰;丝口法兰;th;thd;threaded;threaded flange;screwed flange;screwed
LJ|对焊环松套法兰|Lap-joint flange|松套法兰;松套;活套法兰;活套;lj;ljf;lap joint flange;lap joint;lapped;lapped flange
IF|整体法兰|Integral flange|if;integral flange`);

const facings = list(`
RF|突面|Raised face|rf;突面密封;raised face flange;?凸面
FF|全平面|Flat face|ff;全平面法兰;full face;?平面
RJ|环连接面|Ring joint (RTJ)|rj;rtj;环连接;环槽面;八角垫面;ring joint;ring type joint;ring joint face
M|凸面|Male|m面;male face;?凸面
FM|凹面|Female|fm;fm面;female face
MFM|凹凸面|Male and female pair|mfm;mfm面;凸凹面;m/fm;mf面;male and female;male female
T|榫面|Tongue|t面;tongue face
G|槽面|Groove|g面;groove face
TG|榫槽面|Tongue and groove pair|tg;tg面;t/g;tongue and groove;tongue groove`);

const gradeValues: readonly ListValue[] = grades.map((row) => ({ ...plain(row.code, row.zh, row.code), aliases: row.same }));
const standardValues = flangeStandards.map((one) => plain(one.code, one.zh, one.en));
const certificates = list(`
EN 10204 2.1|符合性声明 2.1|Declaration 2.1 (EN 10204)
EN 10204 2.2|试验报告 2.2|Test report 2.2 (EN 10204)
EN 10204 3.1|检验证书 3.1|Inspection certificate 3.1 (EN 10204)
EN 10204 3.2|检验证书 3.2|Inspection certificate 3.2 (EN 10204)`);
const schedules = list(`
SCH 5S|SCH 5S|SCH 5S
SCH 10|SCH 10|SCH 10
SCH 10S|SCH 10S|SCH 10S
SCH 20|SCH 20|SCH 20
SCH 30|SCH 30|SCH 30
SCH 40|SCH 40|SCH 40
SCH 40S|SCH 40S|SCH 40S
SCH 60|SCH 60|SCH 60
SCH 80|SCH 80|SCH 80
SCH 80S|SCH 80S|SCH 80S
SCH 100|SCH 100|SCH 100
SCH 120|SCH 120|SCH 120
SCH 140|SCH 140|SCH 140
SCH 160|SCH 160|SCH 160
STD|标准壁厚 STD|Standard wall (STD)
XS|加厚 XS|Extra strong (XS)
XXS|特厚 XXS|Double extra strong (XXS)`);

const material = (need: Attribute["need"]): Attribute =>
  attribute("material", "材质", "Material", "grade", { need, hard: true, values: gradeValues });
const heatTreatment = attribute("heat_treatment", "热处理", "Heat treatment", "enum", {
  values: list(`
normalised|正火|Normalised|normalized;normalizing;normalising
quenched_tempered|调质|Quenched and tempered|q+t;quenched & tempered;淬火回火
solution_annealed|固溶|Solution annealed|固溶处理;solution treated;solution annealing
annealed|退火|Annealed`),
});
const ndt = attribute("ndt", "无损检测", "Non-destructive testing", "set", {
  values: list(`
UT|超声|Ultrasonic|ut;超声波;超声波探伤;ut探伤;ultrasonic test;ultrasonic testing
RT|射线|Radiographic|rt;射线探伤;拍片;radiographic test;x-ray;100%rt
MT|磁粉|Magnetic particle|mt;磁粉探伤;magnetic particle test
PT|渗透|Penetrant|pt;渗透探伤;着色;着色探伤;dye penetrant`),
});
const coating = attribute("coating", "涂层", "Coating", "enum", {
  values: list(`
galvanised|镀锌|Galvanised|galvanized;热镀锌;热浸锌;hot dip galvanized;hdg
oiled|防锈油|Rust-preventive oil|涂防锈油;anti-rust oil;antirust oil;rust preventive oil
black_paint|黑漆|Black paint|刷黑漆;喷黑漆;black painted;black painting
yellow_paint|黄漆|Yellow paint|喷黄漆;刷黄漆;yellow painted;yellow painting
epoxy|环氧|Epoxy|环氧涂层;epoxy coated;epoxy coating
blackened|发黑|Blackened|发蓝`),
});
const certificate = attribute("certificate", "材质证明", "Material certificate", "evidence", {
  hard: true,
  values: certificates,
  evidence: ["EN 10204 2.1", "EN 10204 2.2", "EN 10204 3.1", "EN 10204 3.2"],
});
const drawing = attribute("drawing", "图纸", "Drawing", "evidence", {
  private: true,
  matched: false,
  values: list(
    "stated|按图|To drawing|按图纸;按图加工;见图;见图纸;图纸加工;as per drawing;per drawing;to drawing;according to drawing;as drawing",
  ),
});
const mass = attribute("mass_kg", "单重", "Mass each", "decimal", { unit: "KGM", matched: false });
const massTotal = attribute("mass_t", "总重", "Total mass", "decimal", { unit: "TNE", matched: false });
const dn = attribute("dn", "公称尺寸", "Nominal size", "size", { need: "required", hard: true });
const nps = attribute("nps", "英制规格", "NPS", "size", { matched: false });
const schedule = attribute("schedule", "壁厚系列", "Schedule", "enum", { hard: true, values: schedules });
const wall = attribute("wall_mm", "壁厚", "Wall thickness", "decimal", { unit: "MMT", hard: true });

const flange: Family = {
  code: "flange",
  pack: "flange",
  names: { zh: "法兰", en: "Flange" },
  words: ["法兰", "flange", "flanges", "flg", "法兰片", "钢制管法兰", "管法兰", "钢法兰"],
  hs: ["730721", "730791"],
  unit: unit("H87"),
  attributes: [
    attribute("type", "型式", "Type", "enum", { need: "required", hard: true, values: flangeTypes }),
    dn,
    nps,
    attribute("rating", "压力等级", "Pressure rating", "rating", { need: "required", hard: true }),
    attribute("facing", "密封面", "Facing", "enum", { need: "asked", hard: true, values: facings }),
    material("required"),
    attribute("standard", "标准", "Standard", "standard", { need: "asked", hard: true, values: standardValues }),
    attribute("bore_mm", "内径", "Bore", "decimal", { unit: "MMT", hard: true }),
    schedule,
    wall,
    attribute("pipe_series", "接管系列", "Pipe series", "enum", {
      hard: true,
      values: list("A|A系列(英制)|Series A (inch pipe)\nB|B系列(公制)|Series B (metric pipe)"),
    }),
    attribute("bolt_series", "大直径系列", "B16.47 series", "enum", {
      hard: true,
      values: list("A|A系列|Series A|series a\nB|B系列|Series B|series b"),
    }),
    attribute("drilling", "螺栓孔", "Drilling", "text", { hard: true, matched: true }),
    certificate,
    heatTreatment,
    ndt,
    coating,
    attribute("nace", "抗硫", "NACE (sour service)", "boolean", { values: list("yes|抗硫|NACE MR0175|nace;mr0175;nace mr 0175;抗硫化氢") }),
    drawing,
    mass,
    massTotal,
  ],
};

const forging: Family = {
  code: "forging",
  pack: "flange",
  names: { zh: "锻件", en: "Forging" },
  words: ["锻件", "锻打件", "自由锻", "锻件毛坯", "forging", "forgings", "forged part", "锻造件"],
  hs: ["732619"],
  unit: unit("H87"),
  attributes: [
    material("required"),
    attribute("shape", "形状", "Shape", "enum", {
      need: "required",
      hard: true,
      values: list(`
disc|饼|Disc|锻饼;圆饼;饼形;饼类;圆饼锻件;forged disc;disk
ring|环|Ring|锻环;圆环;环形;环件;环锻件;环形锻件;辗环;法兰环;forged ring;rolled ring
shaft|轴|Shaft|锻轴;轴类;轴锻件;光轴;锻圆;圆钢锻件;forged shaft;forged bar;round bar
block|方块|Block|锻方;方锻件;模块;方料;forged block`),
    }),
    attribute("od_mm", "外径", "Outside diameter", "decimal", {
      unit: "MMT",
      need: "required",
      hard: true,
      onlyWhen: { attribute: "shape", values: ["disc", "ring", "shaft"] },
    }),
    attribute("id_mm", "内径", "Inside diameter", "decimal", {
      unit: "MMT",
      need: "required",
      hard: true,
      onlyWhen: { attribute: "shape", values: ["ring"] },
    }),
    attribute("length_mm", "长", "Length", "decimal", {
      unit: "MMT",
      need: "required",
      hard: true,
      onlyWhen: { attribute: "shape", values: ["block"] },
    }),
    attribute("width_mm", "宽", "Width", "decimal", {
      unit: "MMT",
      need: "required",
      hard: true,
      onlyWhen: { attribute: "shape", values: ["block"] },
    }),
    attribute("height_mm", "高(厚)", "Height", "decimal", { unit: "MMT", need: "required", hard: true }),
    attribute("condition", "交货状态", "Condition", "enum", {
      values: list(`
rough|毛坯|As forged|锻件毛坯;黑皮;as forged;rough forging
rough_machined|粗车|Rough machined|粗加工;荒车;rough machining
finished|精车|Finish machined|精加工;成品;finish machining;finished machined`),
    }),
    attribute("forging_ratio", "锻造比", "Forging ratio", "decimal"),
    attribute("ut_level", "探伤级别", "UT level", "text"),
    heatTreatment,
    ndt,
    certificate,
    drawing,
    mass,
    massTotal,
  ],
};

const buttweld: Family = {
  code: "buttweld",
  pack: "flange",
  names: { zh: "对焊管件", en: "Butt-welding fitting" },
  words: ["对焊管件", "无缝管件", "冲压管件", "butt weld fitting", "buttweld fitting", "bw fitting", "butt welding fitting", "bw"],
  hs: ["730793"],
  unit: unit("H87"),
  attributes: [
    attribute("type", "型式", "Type", "enum", {
      need: "required",
      hard: true,
      values: list(`
elbow_90|90°弯头|Elbow 90°|90度弯头;90°长半径弯头;对焊弯头90°;90 deg elbow;90 degree elbow;90 elbow;elbow 90;elbow 90 deg;elbow 90 degree;90e;!冲压弯头;!对焊弯头;?弯头;?elbow
elbow_45|45°弯头|Elbow 45°|45度弯头;45 deg elbow;45 degree elbow;45 elbow;elbow 45;elbow 45 deg;elbow 45 degree;45e;?弯头;?elbow
elbow_180|180°弯头|Return bend 180°|180度弯头;180 deg elbow;180 degree elbow;return bend;elbow 180;?弯头;?elbow
tee|等径三通|Equal tee|等径三通管;equal tee;straight tee;?三通;?tee
tee_reducing|异径三通|Reducing tee|变径三通;reducing tee;?三通;?tee
reducer_concentric|同心异径管|Concentric reducer|同心大小头;同心变径;同心异径;con reducer;conc reducer;concentric red;?大小头;?异径管;?reducer
reducer_eccentric|偏心异径管|Eccentric reducer|偏心大小头;偏心变径;偏心异径;ecc reducer;?大小头;?异径管;?reducer
cap|管帽|Cap|封头;pipe cap;end cap
cross|四通|Cross|等径四通;equal cross
stub_end|翻边|Stub end|翻边短节;对焊环;lap joint stub end`),
    }),
    { ...dn, names: { zh: "规格", en: "Size" } },
    nps,
    attribute("radius", "弯曲半径", "Radius", "enum", {
      hard: true,
      values: list("LR|长半径|Long radius|lr;1.5d;r=1.5d\nSR|短半径|Short radius|sr;1.0d;r=1d;r=1.0d"),
    }),
    schedule,
    wall,
    material("required"),
    attribute("seam", "有缝无缝", "Seam", "enum", {
      hard: true,
      values: list("seamless|无缝|Seamless|smls\nwelded|有缝|Welded|焊接;直缝"),
    }),
    attribute("standard", "标准", "Standard", "standard", {
      need: "asked",
      hard: true,
      values: list(`
GB/T 12459|钢制对焊管件|Steel butt-welding pipe fittings
GB/T 13401|钢板制对焊管件|Steel plate butt-welding fittings
ASME B16.9|工厂制造的锻轧对焊管件|Factory-made wrought buttwelding fittings
EN 10253|对焊管件|Butt-welding pipe fittings
SH/T 3408|石油化工钢制对焊管件|Butt-welding fittings, petrochemical`),
    }),
    certificate,
    heatTreatment,
    ndt,
    coating,
    drawing,
    mass,
    massTotal,
  ],
};

/** Flange pack (Dingxiang). Marked E in the specification and to be confirmed by the town expert: forging and buttweld attributes. */
export const flangePack: Pack = {
  code: "flange",
  edition: "flange@1.0.0",
  names: { zh: "法兰锻件", en: "Flanges and forgings" },
  families: [flange, forging, buttweld],
  sources: [
    { title: "types, facings, standards: written by hand, common knowledge", licence: "own work", date: "2026-11-01" },
    { title: "material grades: written by hand, evidence per row", licence: "own work", date: "2026-11-01" },
    { title: "dimension rows: EdgarJRobles/quetzal, oddtopus/dodo", licence: "LGPL-3.0, to be cleared or re-keyed", date: "2026-11-01" },
  ],
};
