import { FileId, LocalDate } from "@jizhen/kernel";
import { firm, person, town } from "../membership/fixtures.ts";
import { type Complaint, ComplaintId, type ComplaintIn, type ComplaintState } from "./model.ts";

const nth = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const date = (text: string) => LocalDate.parse(text);

const base = {
  id: ComplaintId.parse(nth("cmpl", 1)),
  townId: town(1),
  originTown: town(1),
  number: "TS-2026-000001",
  about: "member",
  matter: "quality",
  title: "法兰密封面有划伤",
  text: "到货的法兰密封面有划伤，对方不予更换。",
  nameShown: false,
  files: [FileId.parse(nth("file", 1))],
  complainantId: firm(1),
  respondentId: firm(2),
  filedBy: person(1),
  filedAt: new Date("2026-11-16T02:00:00Z"),
  acceptBy: date("2026-11-23"),
  earlier: null,
  version: 0,
} as const satisfies Omit<ComplaintIn<"filed">, "state" | "files"> & { files: readonly FileId[] };
const filed = { ...base, files: [...base.files] };
const taken = {
  ...filed,
  acceptedBy: person(8),
  acceptedAt: new Date("2026-11-17T02:00:00Z"),
  answerBy: date("2026-12-08"),
  extension: null,
};
const statement = { text: "划伤发生在卸货时。", by: person(2), at: new Date("2026-11-19T02:00:00Z") };
const heard = {
  ...taken,
  hearing: { question: "请说明包装情况。", by: person(8), at: new Date("2026-11-18T02:00:00Z"), stateBy: date("2026-11-25"), statement },
};
const given = { outcome: "upheld" as const, text: "应予更换。", by: person(8), at: new Date("2026-11-20T02:00:00Z") };
const answered = { ...heard, answer: given, reopenBy: date("2026-12-04") };

const inState: { [S in ComplaintState]: ComplaintIn<S> } = {
  filed: { ...filed, state: "filed" },
  declined: {
    ...filed,
    state: "declined",
    declinedBy: person(8),
    declinedAt: new Date("2026-11-17T02:00:00Z"),
    reason: "不属于本镇受理范围",
  },
  accepted: { ...taken, state: "accepted" },
  hearing: { ...heard, state: "hearing" },
  answered: { ...answered, state: "answered" },
  reopened: { ...filed, state: "reopened", earlier: { answer: given, reason: "没有更换", at: new Date("2026-11-23T02:00:00Z") } },
  closed: { ...answered, state: "closed", closedAt: new Date("2026-11-23T02:00:00Z"), closedHow: "satisfied" },
};

export const aComplaint = <S extends ComplaintState>(state: S, change: Partial<ComplaintIn<S>> = {}): ComplaintIn<S> => ({
  ...inState[state],
  ...change,
});
export const everyComplaintState = Object.keys(inState) as ComplaintState[];
export const anyComplaint = (state: ComplaintState): Complaint => inState[state];
