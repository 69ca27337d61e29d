/** Readings by an administration that leave a line in the log of whom they are about: the one kind of query that writes. */
export const recordedLooks: ReadonlySet<string> = new Set(["town.membership.get", "town.document.get"]);
