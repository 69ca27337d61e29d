import type { FetchQueryOptions, QueryKey } from "@tanstack/react-query";
import { type Pages, pagesFrom } from "./pages.ts";
import { client, queries, trpc } from "./trpc.ts";

/** For `askAhead`: the questions, and how to ask them without a screen. */
export { client, trpc };

export const ask = <Answer, Failure, Data, Key extends QueryKey>(question: FetchQueryOptions<Answer, Failure, Data, Key>): Promise<void> =>
  queries.prefetchQuery(question);

export const askPages = <Place, Page extends { readonly next: Place | null }>(pages: Pages<Place, Page>): Promise<void> =>
  queries.prefetchInfiniteQuery(pagesFrom(pages));
