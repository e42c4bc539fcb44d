import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { createTag, listRecordTags, listTags, listTagsOfRecords, setRecordTags } from "@/api/sdk.gen";
import type { TagOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { colorOf } from "./tagColor";

export type Tag = TagOut;

/** All of the store's, by name. */
export function tagsQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "tags"],
    queryFn: ({ signal }) => listTags({ signal, headers: inStore(store) }),
    staleTime: 60_000,
  });
}

export function recordTagsQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "recordTags", entity, id],
    queryFn: ({ signal }) => listRecordTags({ signal, headers: inStore(store), path: { entity, record_id: id } }),
  });
}

/** Ids of tags by record, for the rows of a list. */
export function rowTagsQuery(store: string, entity: string, ids: string[]) {
  return queryOptions({
    queryKey: ["store", store, "rowTags", entity, ids],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, string[]>> => {
      const parts = Array.from({ length: Math.ceil(ids.length / 1_000) }, (_, part) => ids.slice(part * 1_000, (part + 1) * 1_000));
      const found = await Promise.all(
        parts.map((part) => listTagsOfRecords({ signal, headers: inStore(store), path: { entity }, body: { ids: part } })),
      );
      return new Map(found.flat().map(({ record_id, tags }) => [record_id, tags]));
    },
    placeholderData: keepPreviousData,
  });
}

export function putTags(store: string, entity: string, id: string, tags: string[]): Promise<Tag[]> {
  return setRecordTags({ headers: inStore(store), path: { entity, record_id: id }, body: { tags } });
}

export function makeTag(store: string, name: string): Promise<Tag> {
  return createTag({ headers: inStore(store), body: { name: name.trim(), color: colorOf(name) } });
}
