import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rowTagsQuery, tagsQuery } from "./api";
import type { Tag } from "./api";

const storageKey = (entity: string) => `chezhan.tagsColumn.${entity}`;

export type TagsColumn = { offered: boolean; shown: boolean; show: (shown: boolean) => void; of: (id: string) => Tag[] };

/** The tags of a list's rows. The column is there once the store has tags, until somebody puts it away on this device. */
export function useTagsColumn(store: string, entity: string, ids: string[]): TagsColumn {
  const tags = useQuery(tagsQuery(store)).data ?? [];
  const [away, setAway] = useState(() => localStorage.getItem(storageKey(entity)) === "away");
  const offered = tags.length > 0;
  const shown = offered && !away;
  const rows = useQuery({ ...rowTagsQuery(store, entity, ids), enabled: shown && ids.length > 0 }).data;
  return {
    offered,
    shown,
    show: (next) => {
      if (next) localStorage.removeItem(storageKey(entity));
      else localStorage.setItem(storageKey(entity), "away");
      setAway(!next);
    },
    of: (id) => {
      const on = rows?.get(id) ?? [];
      return tags.filter((tag) => on.includes(tag.id));
    },
  };
}
