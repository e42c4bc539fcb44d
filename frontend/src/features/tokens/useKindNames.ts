import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { entitiesQuery } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { useTokensTexts } from "./texts";

/** What kinds of record are called: in a store as it calls them, elsewhere those that every store has. */
export function useKindNames(store: string | null): ReadonlyMap<string, string> {
  const t = useTokensTexts();
  const { i18n } = useTranslation();
  const kinds = useQuery({ ...entitiesQuery(store ?? ""), enabled: store !== null });
  const shipped = (["customer", "vehicle", "sales_order"] as const).map((name) => [name, t(`kind.${name}`)] as const);
  return new Map<string, string>([...shipped, ...(kinds.data ?? []).map((kind) => [kind.name, labelIn(kind.label_plural, i18n.language)] as const)]);
}
