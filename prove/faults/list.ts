/** A wrong line that somebody could write, and the narrow test that must turn red on it. */
export type Fault = {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once; a fault that no longer applies fails. */
  readonly find: string;
  readonly replace: string;
  readonly test: string;
  readonly project: "pure" | "database";
};

const request = "packages/domain-procurement/src/request";
const town = "packages/domain-town/src";

/** Planted faults (G23): each is one edit, so that one test is its judge. */
export const faults: readonly Fault[] = [
  {
    name: "a change is still taken at the very close",
    file: `${request}/transitions.ts`,
    find: "if (at < request.closesAt) return ok(request);",
    replace: "if (at <= request.closesAt) return ok(request);",
    test: `${request}/request.test.ts`,
    project: "pure",
  },
  {
    name: "a sealed request opens early",
    file: `${request}/transitions.ts`,
    find: 'if (at < request.closesAt && request.terms.sealing !== "none") {',
    replace: 'if (at < request.closesAt && request.terms.sealing === "none") {',
    test: `${request}/request.test.ts`,
    project: "pure",
  },
  {
    name: "an order is answered at the end of its time",
    file: "packages/domain-trade/src/order/transitions.ts",
    find: "  at >= issued.answerBy ?",
    replace: "  at > issued.answerBy ?",
    test: "packages/domain-trade/src/order/order.test.ts",
    project: "pure",
  },
  {
    name: "halves are rounded down",
    file: "packages/kernel/src/ratio.ts",
    find: "const rounded = (2n * n + d) / (2n * d);",
    replace: "const rounded = n / d;",
    test: "packages/kernel/src/ratio.test.ts",
    project: "pure",
  },
  {
    name: "a split loses its remainder",
    file: "packages/kernel/src/money.ts",
    find: "byRemainder.slice(0, leftover)",
    replace: "byRemainder.slice(0, 0)",
    test: "packages/kernel/src/money.test.ts",
    project: "pure",
  },
  {
    name: "the last owner may go",
    file: `${town}/seat/transitions.ts`,
    find: 'if (keeps(seat.roles) && company.otherKeepers === 0) return err({ kind: "rule", code: "town.seat.last_owner" });\n  const next: SeatIn<"ended">',
    replace: 'const next: SeatIn<"ended">',
    test: `${town}/seat/transitions.test.ts`,
    project: "pure",
  },
  {
    name: "an applicant judges its own application",
    file: `${town}/membership/transitions.ts`,
    find: 'return own ? err({ kind: "forbidden", code: "town.membership.own_application" }) : ok(null);',
    replace: "return own ? ok(null) : ok(null);",
    test: `${town}/membership/transitions.test.ts`,
    project: "pure",
  },
  {
    name: "an invitation is accepted by anybody who has the link",
    file: `${town}/invitation/transitions.ts`,
    find: "if (claimant.email.trim().toLowerCase() !== sent.email)",
    replace: 'if (claimant.email.trim() === "")',
    test: `${town}/invitation/transitions.test.ts`,
    project: "pure",
  },
  {
    name: "two quotes of one supplier stand side by side",
    file: "packages/db/prisma/migrations/20261123000000_ground/migration.sql",
    find: 'CREATE UNIQUE INDEX "quote_one_live"',
    replace: 'CREATE INDEX "quote_one_live"',
    test: "packages/db/src/catalogue.test.ts",
    project: "database",
  },
  {
    name: "the owner of the tables walks past the wall",
    file: "packages/db/prisma/after-migrate.sql",
    find: "if not t.relforcerowsecurity then execute format('alter table %I force row level security', t.relname); end if;",
    replace: "",
    test: "packages/db/src/catalogue.test.ts",
    project: "database",
  },
  {
    name: "a key for one submission is forgotten",
    file: "packages/api/src/platform/idempotency.ts",
    find: "if (claimed.length === 0) return storedAnswer<T>(tx, key, path, inputMac);",
    replace: "if (claimed.length > 1) return storedAnswer<T>(tx, key, path, inputMac);",
    test: "packages/api/src/platform/idempotency.test.ts",
    project: "database",
  },
  {
    name: "the history is not chained",
    file: "packages/api/src/platform/audit.ts",
    find: "const hash = chainHash(head.hash, entry);",
    replace: "const hash = chainHash(genesis, entry);",
    test: "packages/api/src/platform/audit.test.ts",
    project: "database",
  },
];
