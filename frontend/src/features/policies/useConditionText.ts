import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { entitiesQuery } from "@/features/records/api/entities";
import { periodsQuery } from "@/features/records/api/periods";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import { offeredPlainly } from "@/features/records/offered";
import { useRecordsTexts } from "@/features/records/texts";

const nothing = { sections: [], fields: [], within: () => null };

/** A policy's condition on rows, as it is kept. */
export function conditionOf(predicate: string | undefined): FilterGroup | undefined {
  try {
    return filterOf(JSON.parse(predicate ?? "")) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A condition on the records of a kind as a sentence, in the words of the store that is open; elsewhere by names. */
export function useConditionText(): (entity: string, predicate: string | undefined) => string {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const { store = "" } = useParams({ strict: false });
  const words = useNamedWords(store, false);
  const entities = useQuery({ ...entitiesQuery(store), enabled: store !== "" }).data ?? [];
  const periods = useQuery({ ...periodsQuery(store), enabled: store !== "" }).data ?? [];
  return (name, predicate) => {
    const condition = conditionOf(predicate);
    const entity = entities.find((one) => one.name === name);
    const offered = entity ? offeredPlainly(entity, entities, { t, language: i18n.language }) : nothing;
    return condition ? sentenceOf(condition, { offered, periods, t, words }) : "";
  };
}
