import type { RefusedRow } from "@/api/types.gen";
import { ScrollRegion } from "@/features/imports/frame/ScrollRegion";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/check/check.module.css";

/** Rows that can't go in: number, field, value, reason. */
export function RefusedRows({ rows, fieldName }: { rows: RefusedRow[]; fieldName: (key: string) => string }) {
  const t = useImportsTexts();
  const text = useText();
  if (rows.length === 0) return null;
  return (
    <details className={styles.refused}>
      <summary>{t("problems.show", { count: rows.length })}</summary>
      <ScrollRegion label={t("problems.show", { count: rows.length })}>
        <table className={styles.table} data-cards>
          <thead>
            <tr>
              <th scope="col">{t("problems.row")}</th>
              <th scope="col">{t("problems.field")}</th>
              <th scope="col">{t("problems.value")}</th>
              <th scope="col">{t("problems.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ row, faults }) =>
              faults.map((fault) => (
                <tr key={`${row}${fault.target}${fault.code}`}>
                  <th scope="row" data-label={t("problems.row")}>
                    {row}
                  </th>
                  <td data-state>{fault.target ? fieldName(fault.target) : t("problems.wholeRow")}</td>
                  <td data-whole>{fault.value ? <code>{fault.value}</code> : t("problems.blank")}</td>
                  <td data-whole>{text(fault.text)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
