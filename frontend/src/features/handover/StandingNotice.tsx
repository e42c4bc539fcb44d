import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StandingOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import { standingQuery } from "./api";
import { useHandoverTexts } from "./texts";

const stops = new Set<StandingOut["kind"]>(["rule", "flow", "score"]);

/** Before somebody is removed: what works with their rights and stops without them, and what waits for them. */
export function StandingNotice({ store, person, name }: { store: string; person: string; name: string }) {
  const t = useHandoverTexts();
  const { i18n } = useTranslation();
  const standing = useQuery(standingQuery(store, person)).data ?? [];
  const said = (kinds: (kind: StandingOut["kind"]) => boolean) =>
    standing
      .filter(({ kind }) => kinds(kind))
      .map(({ kind, number }) => t(`standing.${kind}`, { number: formatCount(number) }))
      .join(i18n.language.startsWith("zh") ? "、" : ", ");
  const stopping = said((kind) => stops.has(kind));
  const waiting = said((kind) => !stops.has(kind));
  return (
    <>
      {stopping && <p role="note">{t("stops", { name, what: stopping })}</p>}
      {waiting && <p role="note">{t("waits", { name, what: waiting })}</p>}
    </>
  );
}
