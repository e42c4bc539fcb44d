import { Link } from "@tanstack/react-router";
import type { PartOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import styles from "@/features/imports/check/check.module.css";
import { ScrollRegion } from "@/features/imports/frame/ScrollRegion";
import { useImportsTexts } from "@/features/imports/texts";

const written = ["created", "updated", "unchanged"] as const;
const takenBack = ["taken_back", "kept"] as const;

/** What happened in each store; after an undo, what was taken back there and what was kept. */
export function ResultStores({ parts, undone }: { parts: PartOut[]; undone: boolean }) {
  const t = useImportsTexts();
  const names = {
    created: t("result.created"),
    updated: t("result.updated"),
    unchanged: t("result.unchanged"),
    taken_back: t("undo.taken"),
    kept: t("undo.kept"),
  };
  const figures = undone ? takenBack : written;
  return (
    <ScrollRegion label={t("check.byStore", { count: parts.length })}>
      <table className={styles.table} data-cards>
        <thead>
          <tr>
            <th scope="col">{t("part.store")}</th>
            <th scope="col">{t("part.state")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {names[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.number}>
              <th scope="row">
                {part.store ? (
                  <Link to="/s/$store" params={{ store: part.store.slug }}>
                    {part.store.name}
                  </Link>
                ) : (
                  part.name
                )}
              </th>
              <td data-state>
                {t(`part.status.${part.status}`)}
                {part.made && ` · ${t("part.made")}`}
              </td>
              {figures.map((figure) => (
                <td key={figure} data-label={names[figure]}>
                  {formatCount(part[figure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
