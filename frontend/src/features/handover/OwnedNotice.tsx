import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { entitiesQuery } from "@/features/records/api/entities";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import { handoverPath, ownedQuery } from "./api";
import { useHandoverTexts } from "./texts";

/** Before somebody is removed: what they are still responsible for, and where it is handed over. */
export function OwnedNotice({ store, person, name }: { store: string; person: string; name: string }) {
  const t = useHandoverTexts();
  const { i18n } = useTranslation();
  const owned = useQuery(ownedQuery(store, person)).data ?? [];
  const kinds = useQuery(entitiesQuery(store)).data ?? [];
  if (owned.length === 0) return null;
  const what = owned.map(({ entity, total }) => {
    const kind = kinds.find((one) => one.name === entity);
    return t("part", { label: kind ? labelIn(kind.label_plural, i18n.language) : entity, number: formatCount(total) });
  });
  return (
    <p role="note">
      {t("before", { name, what: what.join(i18n.language.startsWith("zh") ? "、" : ", ") })} <Link to={handoverPath(store, person)}>{t("first")}</Link>
    </p>
  );
}
