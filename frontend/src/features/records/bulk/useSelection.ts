import { useCallback, useState } from "react";

/** Which rows are chosen: one by one, all that are shown, or all that the list's search and filter find. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);

  const clear = useCallback(() => {
    setEverything(false);
    setIds(new Set());
  }, []);

  return {
    ids,
    everything,
    has: (id: string) => everything || ids.has(id),
    toggle: (id: string) => {
      setEverything(false);
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    choose: (chosen: string[]) => {
      setEverything(false);
      setIds(new Set(chosen));
    },
    chooseEverything: () => setEverything(true),
    clear,
  };
}

export type Selection = ReturnType<typeof useSelection>;
