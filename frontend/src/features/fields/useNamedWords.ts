import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { storePeopleQuery } from "./api/storePeople";
import { useWords } from "./useWords";
import type { Words } from "./valueText";

/** Words that know the store's people by name too; asked for only where a person is `wanted`. */
export function useNamedWords(store: string, wanted: boolean): Words {
  const words = useWords();
  const people = useQuery({ ...storePeopleQuery(store), enabled: wanted && store !== "" }).data;
  return useMemo(() => {
    if (!people) return words;
    return { ...words, names: new Map([...words.names, ...people.map(({ id, name }) => [id, name] as const)]) };
  }, [words, people]);
}
