import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Me } from "@/api/types.gen";
import { meQuery } from "@/features/session/api/me";
import { useFieldTexts } from "./texts";
import type { Words } from "./valueText";

const noNames: ReadonlyMap<string, string> = new Map();
const named = new WeakMap<Me, ReadonlyMap<string, string>>();

function namesOf(me: Me): ReadonlyMap<string, string> {
  const stores = me.groups.flatMap((group) => group.stores.map((store) => [store.id, store.name] as const));
  const names = named.get(me) ?? new Map([[me.person.id, me.person.name], ...stores]);
  named.set(me, names);
  return names;
}

/** Every cell of a list asks: the reader is looked up, not followed. */
export function useWords(): Words {
  const t = useFieldTexts();
  const { i18n } = useTranslation();
  const { language } = i18n;
  const me = useQueryClient().getQueryData(meQuery.queryKey);
  return useMemo(
    () => ({
      language,
      none: t("none"),
      unnamed: t("unnamed"),
      yes: t("yes"),
      no: t("no"),
      somebody: t("person.other"),
      someStore: t("otherStore"),
      names: me ? namesOf(me) : noNames,
    }),
    [language, t, me],
  );
}
