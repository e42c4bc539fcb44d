import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entity } from "../api/entities";
import type { Row } from "../api/list";
import { verbsQuery } from "../verbs/api";
import { asHere } from "./values";

const nothing: string[] = [];

/**
 * The kind as its fields stand on this record: what the person may not change by hand here is to be read alone. `known`:
 * the server has said what that is; until then it is all of them.
 */
export function useHere(store: string, entity: Entity, record: Row): { here: Entity; known: boolean } {
  const { changes_differ: asked } = entity;
  const { data, error } = useQuery({ ...verbsQuery(store, entity.name, record), enabled: asked, placeholderData: keepPreviousData });
  const changeable = data?.changeable ?? nothing;
  const plain = !asked || (error !== null && !data);
  const here = useMemo(() => (plain ? entity : asHere(entity, changeable)), [plain, entity, changeable]);
  return { here, known: plain || data !== undefined };
}
