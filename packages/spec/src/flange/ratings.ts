/** The systems of pressure designation; ratings of different systems never compare with each other. */
export type RatingSystem = "PN" | "Class" | "K";

export type FlangeStandard = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly system: RatingSystem;
  readonly ratings: readonly string[];
  /** Nominal sizes (DN) the standard covers, where that is part of its title. */
  readonly sizes: { readonly min: number; readonly max: number } | null;
};

const standard = (
  code: string,
  zh: string,
  en: string,
  system: RatingSystem,
  numbers: string,
  sizes: FlangeStandard["sizes"] = null,
): FlangeStandard => ({
  code,
  zh,
  en,
  system,
  ratings: numbers.split(";").map((number) => ratingCode(system, number)),
  sizes,
});

export const ratingCode = (system: RatingSystem, number: string): string =>
  system === "PN" ? `PN${number}` : system === "Class" ? `Class ${number}` : `${number.replace(/k$/i, "")}K`;

/** Rating lists are common knowledge, to be checked against the standards' current editions. */
export const flangeStandards: readonly FlangeStandard[] = [
  standard(
    "GB/T 9124.1",
    "钢制管法兰 第1部分:PN系列",
    "Steel pipe flanges Part 1: PN designated",
    "PN",
    "2.5;6;10;16;25;40;63;100;160;250;320;400",
  ),
  standard(
    "GB/T 9124.2",
    "钢制管法兰 第2部分:Class系列",
    "Steel pipe flanges Part 2: Class designated",
    "Class",
    "150;300;600;900;1500;2500",
  ),
  standard(
    "HG/T 20592",
    "钢制管法兰(PN系列)",
    "Steel pipe flanges (PN designated), chemical industry",
    "PN",
    "2.5;6;10;16;25;40;63;100;160",
  ),
  standard(
    "HG/T 20615",
    "钢制管法兰(Class系列)",
    "Steel pipe flanges (Class designated), chemical industry",
    "Class",
    "150;300;600;900;1500;2500",
  ),
  standard(
    "ASME B16.5",
    "管法兰和法兰管件 NPS 1/2-24",
    "Pipe flanges and flanged fittings NPS 1/2-24",
    "Class",
    "150;300;400;600;900;1500;2500",
    {
      min: 15,
      max: 600,
    },
  ),
  standard("ASME B16.47", "大直径钢制法兰 NPS 26-60", "Large diameter steel flanges NPS 26-60", "Class", "75;150;300;400;600;900", {
    min: 650,
    max: 1500,
  }),
  standard("EN 1092-1", "钢制法兰(PN)", "Flanges and their joints, steel, PN designated", "PN", "2.5;6;10;16;25;40;63;100;160;250;320;400"),
  standard("JIS B 2220", "钢制管法兰", "Steel pipe flanges (Japan)", "K", "5;10;16;20;30;40;63"),
  standard("GOST 33259", "管法兰", "Flanges for valves, fittings and pipelines (EAEU)", "PN", "1;2.5;6;10;16;25;40;63;100;160;200;250"),
];

export const standardOf = (code: string): FlangeStandard | null => flangeStandards.find((one) => one.code === code) ?? null;

export const pnNumbers: readonly string[] = ["2.5", "6", "10", "16", "25", "40", "63", "100", "160", "200", "250", "320", "400"];
export const classNumbers: readonly string[] = ["75", "150", "300", "400", "600", "900", "1500", "2500"];
/** Classes of forged fittings and valves: read, then found to be outside the flange standards. */
export const otherClassNumbers: readonly string[] = ["125", "250", "800", "2000", "3000", "6000", "9000"];
export const kNumbers: readonly string[] = ["2", "5", "10", "16", "20", "30", "40", "63"];

/** PN of ISO 7005-1 that stood for a Class: 20 for 150, 50 for 300 and so on. */
export const isoPn: Readonly<Record<string, string>> = {
  PN20: "Class 150",
  PN50: "Class 300",
  PN68: "Class 400",
  PN110: "Class 600",
  PN150: "Class 900",
  PN260: "Class 1500",
  PN420: "Class 2500",
};

export const systemOf = (rating: string): RatingSystem | null =>
  rating.startsWith("PN") ? "PN" : rating.startsWith("Class ") ? "Class" : /^\d+K$/.test(rating) ? "K" : null;

/** Standards that a newer edition or number has taken over. Common knowledge; the old ones stay selectable with a notice. */
export const supersededBy: Readonly<Record<string, string>> = {
  "GB/T 9112": "GB/T 9124.1",
  "GB/T 9113": "GB/T 9124.1",
  "GB/T 9114": "GB/T 9124.1",
  "GB/T 9115": "GB/T 9124.1",
  "GB/T 9116": "GB/T 9124.1",
  "GB/T 9117": "GB/T 9124.1",
  "GB/T 9118": "GB/T 9124.1",
  "GB/T 9119": "GB/T 9124.1",
  "GB/T 9120": "GB/T 9124.1",
  "GB/T 9121": "GB/T 9124.1",
  "GB/T 9122": "GB/T 9124.1",
  "GB/T 9123": "GB/T 9124.1",
  "HG 20593": "HG/T 20592",
  "HG 20594": "HG/T 20592",
  "HG 20595": "HG/T 20592",
  "HG 20596": "HG/T 20592",
  "HG 20597": "HG/T 20592",
  "HG 20598": "HG/T 20592",
  "HG 20599": "HG/T 20592",
  "HG 20601": "HG/T 20592",
  "HG 20616": "HG/T 20615",
  "HG 20617": "HG/T 20615",
  "HG 20619": "HG/T 20615",
  "HG 20622": "HG/T 20615",
  "GOST 12820": "GOST 33259",
  "GOST 12821": "GOST 33259",
  "GB 8076-2008": "GB/T 8076-2025",
};
