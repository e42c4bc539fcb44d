import { useState } from "react";
import type { CellOut, ChangeIn, MatrixOut, PolicyShape } from "@/api/types.gen";
import { samePolicy } from "./policy";

type Entry = { policy: PolicyShape | null; mark: string };
type Entries = Record<string, Entry>;

const keyOf = (entity: string, role: string) => `${entity}/${role}`;
const storageKey = (store: string) => `chezhan.policies.${store}`;

function kept(store: string): Entries {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(store)) ?? "{}") as Entries;
  } catch {
    return {};
  }
}

export type Draft = {
  changes: ChangeIn[];
  /** As it would be; of what goes back, what ships. */
  policyOf: (cell: CellOut) => PolicyShape;
  isChanged: (cell: CellOut) => boolean;
  /** null: back to what ships. */
  set: (cells: CellOut[], change: (policy: PolicyShape) => PolicyShape | null) => void;
  clear: () => void;
};

/** Changes that are not saved yet: they outlive a click away and a reload, until they are saved or dropped. */
export function useDraft(store: string, matrix: MatrixOut): Draft {
  const [entries, setEntries] = useState(() => kept(store));
  const cells = new Map(
    matrix.entities.flatMap(({ policies }) => policies.map((cell) => [keyOf(cell.entity, cell.role), cell] as const)),
  );

  function keep(next: Entries): void {
    setEntries(next);
    sessionStorage.setItem(storageKey(store), JSON.stringify(next));
  }
  const here = Object.entries(entries).filter(([key]) => cells.has(key));
  const policyOf = (cell: CellOut) => {
    const entry = entries[keyOf(cell.entity, cell.role)];
    return entry ? (entry.policy ?? cell.shipped ?? cell.policy) : cell.policy;
  };
  return {
    changes: here.map(([key, { policy, mark }]) => {
      const [entity = "", role = ""] = key.split("/");
      return { entity, role, policy, mark };
    }),
    policyOf,
    isChanged: (cell) => keyOf(cell.entity, cell.role) in entries,
    set: (chosen, change) => {
      const next = { ...entries };
      for (const cell of chosen) {
        const key = keyOf(cell.entity, cell.role);
        const policy = change(policyOf(cell));
        const before = entries[key];
        delete next[key];
        const nothing = policy === null ? !cell.own : samePolicy(policy, cell.policy);
        if (!nothing) next[key] = { policy, mark: before?.mark ?? cell.mark };
      }
      keep(next);
    },
    clear: () => keep({}),
  };
}
