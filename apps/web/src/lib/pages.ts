import { type InfiniteData, infiniteQueryOptions, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/**
 * A list read page by page: `read` gets the place after which to go on (null at first), each page says where the next begins.
 * `key` is the procedure's path key and its filter, as in `[...trpc.trade.order.list.pathKey(), filter]`, so that hints and submits find it.
 */
export const usePages = <Page extends { readonly next: string | null }>(
  key: readonly unknown[],
  read: (after: string | null) => Promise<Page>,
) => usePagesFrom<string, Page>(key, read);

/** The same where a place is more than a text; name both types. */
export const usePagesFrom = <Place, Page extends { readonly next: Place | null }>(
  key: readonly unknown[],
  read: (after: Place | null) => Promise<Page>,
) => useInfiniteQuery(pagesFrom<Place, Page>({ key, read }));

export type Pages<Place, Page extends { readonly next: Place | null }> = {
  readonly key: readonly unknown[];
  readonly read: (after: Place | null) => Promise<Page>;
};

/** The list as the query layer takes it, on a screen or ahead of it. */
export const pagesFrom = <Place, Page extends { readonly next: Place | null }>({ key, read }: Pages<Place, Page>) =>
  infiniteQueryOptions<Page, Error, InfiniteData<Page, Place | null>, QueryKey, Place | null>({
    queryKey: [...key, "pages"],
    queryFn: (context) => read(context.pageParam as Place | null),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
