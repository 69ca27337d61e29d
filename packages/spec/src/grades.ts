/** A row of the grade table. Same: trade name, GB names, aliases. Equivalent: UNS, EN, JIS. Near is said, never substituted. */
export type Grade = {
  readonly code: string;
  readonly family: "austenitic" | "austenitic316" | "duplex" | "carbon" | "low-alloy" | "low-temperature" | "chrome-moly";
  readonly zh: string;
  readonly same: readonly string[];
  readonly equivalent: readonly string[];
  readonly near: readonly string[];
  readonly evidence: "looked-up" | "partly looked-up" | "common knowledge";
};

const words = (text: string): readonly string[] => (text === "" ? [] : text.split(";"));
const grade = (
  code: string,
  family: Grade["family"],
  zh: string,
  same: string,
  equivalent: string,
  near: string,
  evidence: Grade["evidence"],
): Grade => ({ code, family, zh, same: words(same), equivalent: words(equivalent), near: words(near), evidence });

/** Source: written by hand, equivalents are approximate by nature. */
export const grades: readonly Grade[] = [
  grade("304", "austenitic", "304不锈钢", "06Cr19Ni10;S30408;0Cr18Ni9;F304", "S30400;1.4301;SUS304", "", "looked-up"),
  grade("304L", "austenitic", "304L不锈钢", "022Cr19Ni10;S30403;00Cr19Ni10;F304L", "1.4307;1.4306;SUS304L", "", "looked-up"),
  grade("316", "austenitic316", "316不锈钢", "06Cr17Ni12Mo2;S31608;0Cr17Ni12Mo2;F316", "S31600;1.4401;SUS316", "", "partly looked-up"),
  grade("316L", "austenitic316", "316L不锈钢", "022Cr17Ni12Mo2;S31603;00Cr17Ni14Mo2;F316L", "1.4404;SUS316L", "", "looked-up"),
  grade("321", "austenitic", "321不锈钢", "06Cr18Ni11Ti;S32168;0Cr18Ni10Ti;F321", "S32100;1.4541;SUS321", "", "common knowledge"),
  grade("310S", "austenitic", "310S不锈钢", "06Cr25Ni20;S31008;0Cr25Ni20", "1.4845;SUS310S", "", "common knowledge"),
  grade("2205", "duplex", "2205双相钢", "022Cr23Ni5Mo3N;S22053;F60;F51", "S32205;1.4462;SUS329J3L", "", "common knowledge"),
  grade("20#", "carbon", "20#钢", "20号钢;20号;20钢;C20", "", "", "common knowledge"),
  grade("20 forged", "carbon", "20锻件钢", "20锻;20II;20#锻;20#II", "", "", "common knowledge"),
  grade("Q235B", "carbon", "Q235B", "Q235-B;Q235;A3", "", "", "common knowledge"),
  grade("Q355B", "low-alloy", "Q355B", "Q345B", "", "", "common knowledge"),
  grade("16Mn", "low-alloy", "16Mn", "16Mn锻;16MnII", "", "", "common knowledge"),
  grade("A105", "carbon", "A105", "ASTM A105;SA105;A105N", "K03504", "", "common knowledge"),
  grade("A350 LF2", "low-temperature", "A350 LF2", "LF2;A350LF2;ASTM A350 LF2", "K03011", "", "common knowledge"),
  grade("F11", "chrome-moly", "F11", "A182 F11", "K11572", "15CrMo", "common knowledge"),
  grade("F22", "chrome-moly", "F22", "A182 F22", "K21590", "12Cr2Mo1", "common knowledge"),
  grade("F91", "chrome-moly", "F91", "A182 F91", "K90901", "10Cr9Mo1VNbN", "common knowledge"),
];

/** Names people write that are in no row: read as written, with a finding, never refused. */
export const unlistedGrades: readonly string[] = words(
  "SS400;S235JR;S275JR;S355JR;S355J2;P245GH;P250GH;P265GH;P280GH;C22.8;C21;RST37.2;ST37.2;A36;A516 Gr.70;A234 WPB;WPB;A694 F42;A694 F52;" +
    "A694 F60;A694 F65;A694 F70;F42;F52;F65;F70;F5;F9;F53;F55;F44;F304H;F316H;F316Ti;F321H;F347;F347H;F317L;F310;347;347H;321H;317L;304H;" +
    "316H;316Ti;904L;2507;254SMO;S31254;S32750;S32760;1.4571;1.4539;15CrMo;15CrMoG;12Cr1MoV;12Cr1MoVG;12Cr2Mo1;10Cr9Mo1VNbN;1Cr5Mo;35CrMo;" +
    "42CrMo;40Cr;30CrMo;20Mn;16MnDR;09MnNiD;16MnD;20MnMo;20MnMoNb;Q345;Q345R;Q345C;Q345D;Q345E;Q355;Q355C;Q355D;Q355NE;Q245R;Q235A;Q235C;" +
    "Q235D;45#;45号钢;45钢;35#;25#;10#;HT200;HT250;QT400;QT450;QT500;A182 F5;A182 F9;A182 F53;A182 F55;A182 F44;A182 F347;A182 F347H;" +
    "A182 F304H;A182 F321H;LF3;A350 LF3;LF6;A350 LF6;A106B;A106 Gr.B;WP304;WP304L;WP316;WP316L;WP321;WP347;WPL6;WP11;WP22;WP91;L245;L290;" +
    "L360;X52;X60;X65;X70;Inconel 625;N06625;Incoloy 825;N08825;Monel 400;N04400;Hastelloy C276;N10276;TA2;TC4;09G2S;09Г2С;12X18H10T;" +
    "12Х18Н10Т;St20;Ст20;SUS304;SUS304L;SUS316;SUS316L;SUS321;SUS310S;SUSF304;SUSF316L;SF440A;S25C;S20C;SFVC2A",
);

const squeeze = (name: string): string => name.toLowerCase().replace(/[\s\-_.·]/g, "");
const byName: ReadonlyMap<string, { readonly grade: Grade; readonly relation: "same" | "equivalent" | "near" }> = new Map(
  (["near", "equivalent", "same"] as const).flatMap((relation) =>
    grades.flatMap((row) =>
      (relation === "same" ? [row.code, ...row.same] : row[relation]).map((name) => [squeeze(name), { grade: row, relation }] as const),
    ),
  ),
);

/** The row a written grade belongs to and how; null for a grade the table does not name. "1.4301" is equivalent to 304, not the same. */
export const gradeOf = (name: string): { readonly grade: Grade; readonly relation: "same" | "equivalent" | "near" } | null =>
  byName.get(squeeze(name)) ?? null;
