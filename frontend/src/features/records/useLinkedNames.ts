import { useQueries } from "@tanstack/react-query";
import { useWords } from "@/features/fields/useWords";
import type { Entity } from "./api/entities";
import { recordQuery } from "./api/record";
import { keyOf, rulesIn } from "./filter";
import type { FilterGroup } from "./filter";
import type { Offered } from "./offered";
import { recordTitle } from "./recordTitle";

const anId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** What the records are called that a filter's conditions on links name, by id. */
export function useLinkedNames(store: string, { fields }: Offered, entities: Entity[], filter: FilterGroup | undefined) {
  const words = useWords();
  const asked = (filter ? rulesIn(filter) : []).flatMap((rule) => {
    const there = fields.find(({ name, type }) => type === "link" && name === keyOf(rule))?.target;
    const kind = entities.find(({ name }) => name === there);
    return kind && typeof rule.value === "string" && anId.test(rule.value) ? [{ kind, id: rule.value }] : [];
  });
  const found = useQueries({
    queries: asked.map(({ kind, id }) => ({ ...recordQuery(store, kind.name, id), staleTime: 60_000 })),
  });
  return asked.flatMap(({ kind, id }, at) => {
    const record = found[at]?.data?.record;
    return record ? [[id, recordTitle(kind, record, words)] as const] : [];
  });
}
