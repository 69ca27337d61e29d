import { useInfiniteQuery } from "@tanstack/react-query";

/**
 * A list read page by page: `read` gets the place after which to go on (null at first), each page says where the next begins.
 * `key` is the procedure's path key and its filter, as in `[...trpc.trade.order.list.pathKey(), filter]`, so that hints and submits find it.
 */
export function usePages<Place, Page extends { readonly next: Place | null }>(key: readonly unknown[], read: (after: Place | null) => Promise<Page>) {
  return useInfiniteQuery({
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as Place | null,
    getNextPageParam: (page: Page) => page.next,
  });
}
