import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getLeadPost, listLeadPosts, listLeadSources } from "@/api/sdk.gen";
import type { LeadPostOut, LeadSourceIn, LeadSourceOut, LeadSourcesOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Source = LeadSourceOut;
export type Sources = LeadSourcesOut;
export type Post = LeadPostOut;
export type Wanted = Required<LeadSourceIn>;

export const sourcesKey = (store: string) => ["store", store, "leadSources"] as const;
export const outcomes = ["received", "created", "merged", "refused"] as const satisfies Post["outcome"][];

export function sourcesQuery(store: string) {
  return queryOptions({
    queryKey: [...sourcesKey(store), "list"],
    queryFn: ({ signal }) => listLeadSources({ headers: inStore(store), signal }),
  });
}

export function postsQuery(store: string, asked: { source_id?: string; outcome?: string }) {
  return infiniteQueryOptions({
    queryKey: [...sourcesKey(store), "posts", asked],
    queryFn: ({ signal, pageParam }) => listLeadPosts({ query: { ...asked, ...(pageParam ? { before: pageParam } : {}) }, headers: inStore(store), signal }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.posts.at(-1)?.id : undefined),
    // What waits is entered within seconds.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.posts.some(({ outcome }) => outcome === "received") ? 3000 : 20_000),
  });
}

export function postQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...sourcesKey(store), "post", id],
    queryFn: ({ signal }) => getLeadPost({ path: { lead_post_id: id }, headers: inStore(store), signal }),
  });
}
