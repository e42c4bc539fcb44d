import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Entity, Field } from "@/features/records/api/entities";
import type { Sentence } from "@/features/records/filterSentence";
import type { Offered } from "@/features/records/offered";
import { useOffered } from "@/features/records/useOffered";
import { labelIn } from "@/i18n/labelIn";

const computed = new Set<Field["type"]>(["formula", "rollup", "file", "photo", "signature", "location", "table"]);
const onlyEmptiness = new Set<Field["type"]>(["time", "address"]);

/** What a form's conditions may name: the record's own fields; of sealed ones whether they are empty. */
export function ownOffered(entity: Entity, language: string): Offered {
  const fields = entity.fields
    .filter(({ type, operators }) => !computed.has(type) && operators.length > 0)
    .map((field) =>
      field.sensitivity === "sealed" || onlyEmptiness.has(field.type)
        ? { ...field, operators: field.operators.filter(({ takes }) => takes === "nothing") }
        : field,
    )
    .filter(({ operators }) => operators.length > 0);
  return { fields, sections: [{ label: labelIn(entity.label, language), fields }], within: () => null };
}

export function useOwnOffered(store: string, entity: Entity): { offered: Offered; sentence: Sentence } {
  const { i18n } = useTranslation();
  const { sentence } = useOffered(store, entity.name, undefined);
  const offered = useMemo(() => ownOffered(entity, i18n.language), [entity, i18n.language]);
  return { offered, sentence: { ...sentence, offered } };
}
