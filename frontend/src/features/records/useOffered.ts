import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { entitiesQuery } from "./api/entities";
import { periodsQuery } from "./api/periods";
import { rulesIn } from "./filter";
import type { FilterGroup } from "./filter";
import type { Sentence } from "./filterSentence";
import { offeredFor, offeredPlainly } from "./offered";
import type { Offered } from "./offered";
import { useRecordsTexts } from "./texts";
import { useLinkedNames } from "./useLinkedNames";
import { tagsQuery } from "@/features/tags/api";

const nothing: Offered = { sections: [], fields: [], within: () => null };

/** What conditions on this kind of record may name, and what they are read with. `plainly`: as policies take them. */
export function useOffered(store: string, name: string, filter: FilterGroup | undefined, { plainly = false } = {}) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const entities = useQuery({ ...entitiesQuery(store), enabled: store !== "" }).data;
  const periods = useQuery({ ...periodsQuery(store), enabled: store !== "" }).data;
  const tags = useQuery({ ...tagsQuery(store), enabled: store !== "" }).data;
  const offered = useMemo(() => {
    const entity = entities?.find((one) => one.name === name);
    if (!entities || !entity) return nothing;
    return (plainly ? offeredPlainly : offeredFor)(entity, entities, { t, language: i18n.language, tags });
  }, [entities, name, plainly, t, i18n.language, tags]);
  const ofPeople = new Set(offered.fields.filter(({ type }) => type === "user").map((field) => field.name));
  const words = useNamedWords(store, filter !== undefined && rulesIn(filter).some(({ field }) => ofPeople.has(field)));
  const linked = useLinkedNames(store, offered, entities ?? [], filter);
  const names = linked.length > 0 ? new Map([...words.names, ...linked]) : words.names;
  const sentence: Sentence = { offered, periods: periods ?? [], t, words: { ...words, names } };
  return { offered, sentence };
}
