import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { markRecords } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { versionOf } from "../api/save";
import type { ListSearch } from "../listSearch";
import { colorRulesOf, marksById } from "./colorRules";
import type { Mark } from "./colorRules";

const most = 100;

export type MarkOf = (id: string) => Mark | undefined;

/** By what the rows that are shown are marked, as the address says; asked of the server, which alone knows what a
 * condition may look at. Rows that changed are asked for anew. */
export function useMarks(store: string, entity: Entity, rows: Row[]): MarkOf {
  const { lay }: ListSearch = useSearch({ strict: false });
  const rules = useMemo(() => colorRulesOf(lay?.colors), [lay?.colors]);
  const conditions = rules.map(({ filter }) => filter);
  const chunks: Row[][] = [];
  if (rules.length > 0) for (let at = 0; at < rows.length; at += most) chunks.push(rows.slice(at, at + most));
  const met = useQueries({
    queries: chunks.map((chunk) => {
      const ids = chunk.map((row) => idOf(row));
      return {
        queryKey: ["store", store, "marks", entity.name, conditions, ids, chunk.map((row) => versionOf(row))],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          markRecords({ signal, headers: inStore(store), path: { entity: entity.name }, body: { ids, conditions } }),
        placeholderData: keepPreviousData,
      };
    }),
    combine: (answers) => answers.map(({ data }) => data?.marks),
  });
  const marks = useMemo(
    () => marksById(rules, rules.map((_, at) => met.flatMap((chunk) => chunk?.[at] ?? []))),
    [rules, met],
  );
  return (id) => marks.get(id);
}
