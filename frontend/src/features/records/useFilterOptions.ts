import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useFieldTexts } from "@/features/fields/texts";
import { meQuery } from "@/features/session/api/me";
import { labelIn } from "@/i18n/labelIn";
import type { Field } from "./api/entities";

export type FilterOption = { value: string; label: string };

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** What a condition's value is chosen from: options, people, stores; null where it is typed. */
export function useFilterOptions({ type, choices }: Field): FilterOption[] | null {
  const t = useFieldTexts();
  const { i18n } = useTranslation();
  const { store = "" } = useParams({ strict: false });
  const people = useQuery({ ...storePeopleQuery(store), enabled: type === "user" && store !== "" }).data ?? [];
  const me = useQuery({ ...meQuery, enabled: type === "store" }).data;
  if (type === "user") return people.map(named);
  if (type === "store") return (me?.groups ?? []).flatMap(({ stores }) => stores).map(named);
  if (type === "boolean") return [{ value: "true", label: t("yes") }, { value: "false", label: t("no") }];
  if (choices.length === 0) return null;
  return choices.map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }));
}
