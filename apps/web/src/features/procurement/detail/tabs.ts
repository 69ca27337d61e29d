/** Tabs of the buyer's page as they stand in its address. */
export const tabKeys = ["overview", "questions", "invited", "quotes", "result", "history"] as const;
export type TabKey = (typeof tabKeys)[number];
