import { InfoCircleOutlined, WarningOutlined } from "@ant-design/icons";
import type { ImportColumnOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import styles from "../columns/columns.module.css";
import { useImportsTexts } from "../texts";

/** What the person should know of a column before going on. */
export function ColumnNotices({ column, dated }: { column: ImportColumnOut; dated: boolean }) {
  const t = useImportsTexts();
  const notices = [
    dated && column.date_doubt === "ambiguous" && { warning: true, text: t("store.notice.ambiguous") },
    dated && column.date_doubt === "mixed" && { warning: true, text: t("store.notice.mixed") },
    column.lost > 0 && { warning: true, text: t("store.notice.lost", { count: column.lost, shown: formatCount(column.lost) }) },
    column.repaired > 0 && {
      warning: false,
      text: t("store.notice.repaired", { count: column.repaired, shown: formatCount(column.repaired) }),
    },
  ].filter((notice) => notice !== false);
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map(({ warning, text }) => (
        <li key={text} data-level={warning ? "warning" : "info"}>
          {warning ? <WarningOutlined aria-hidden /> : <InfoCircleOutlined aria-hidden />}
          <div>
            {text}
            {!warning && (
              <details>
                <summary>{t("columns.repairs")}</summary>
                <ul className={styles.repairs}>
                  {Object.entries(column.repairs).map(([before, after]) => (
                    <li key={before}>
                      <code>{before}</code>
                      <span aria-hidden>{"\u2192"}</span>
                      <span className="cz-hidden">{t("columns.becomes")}</span>
                      <code>{after}</code>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
