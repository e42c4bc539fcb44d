import { useQuery } from "@tanstack/react-query";
import { liveFormQuery, liveStateQuery } from "@/features/forms/api/live";
import type { LiveState } from "@/features/forms/api/live";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import type { Verb } from "./verb";

/** The fields that the store's form asks for once the record is where the verb leads to, and not before. */
export function useNeeded(store: string, entity: Entity, record: Row, verb: Verb): { required: ReadonlySet<string>; because: ReadonlySet<string> } {
  const form = useQuery(liveFormQuery(store, entity.name, "edit")).data ?? null;
  const moves = form !== null && verb.to !== null && entity.state !== null && form.asks.includes(entity.state);
  const asked = { store, entity: entity.name, purpose: "edit" as const, id: idOf(record) };
  const moved = { [entity.state ?? ""]: verb.to };
  const then = useQuery({ ...liveStateQuery({ ...asked, values: moved }, form), enabled: moves });
  const now = useQuery({ ...liveStateQuery({ ...asked, values: {} }, form), enabled: moves });
  const before = requiredIn(now.data);
  const required = requiredIn(now.data ? then.data : null);
  return { required, because: new Set([...required].filter((name) => !before.has(name))) };
}

function requiredIn(state: LiveState | null | undefined): ReadonlySet<string> {
  return new Set(Object.entries(state?.fields ?? {}).flatMap(([name, { shown, required }]) => (shown && required ? [name] : [])));
}
