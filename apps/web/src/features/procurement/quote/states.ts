/** Filters of the list of own quotes, as they stand in its address and as the server knows them. */
export const quoteStates = ["all", "running", "won", "lost"] as const;
export type QuoteListState = (typeof quoteStates)[number];
