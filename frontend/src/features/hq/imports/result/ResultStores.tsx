import { Link } from "@tanstack/react-router";
import type { PartOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import styles from "../check/check.module.css";
import { ScrollRegion } from "../frame/ScrollRegion";
import { useImportsTexts } from "../texts";

/** What happened in each store. */
export function ResultStores({ parts }: { parts: PartOut[] }) {
  const t = useImportsTexts();
  const kept = parts.some((part) => part.kept > 0);
  return (
    <ScrollRegion label={t("check.byStore", { count: parts.length })}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("part.store")}</th>
            <th scope="col">{t("part.state")}</th>
            <th scope="col">{t("result.created")}</th>
            <th scope="col">{t("result.updated")}</th>
            <th scope="col">{t("result.unchanged")}</th>
            {kept && <th scope="col">{t("undo.kept")}</th>}
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
              <td>
                {t(`part.status.${part.status}`)}
                {part.made && ` · ${t("part.made")}`}
              </td>
              <td>{formatCount(part.created)}</td>
              <td>{formatCount(part.updated)}</td>
              <td>{formatCount(part.unchanged)}</td>
              {kept && <td>{formatCount(part.kept)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
