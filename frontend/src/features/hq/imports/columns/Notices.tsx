import { InfoCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { NoticeOut } from "@/api/types.gen";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/columns/columns.module.css";

/** What the person should know before going on. `group`: its slug where an earlier import can be linked. */
export function Notices({ notices, group }: { notices: NoticeOut[]; group: string | null }) {
  const t = useImportsTexts();
  const text = useText();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map((notice) => {
        const Icon = notice.level === "warning" ? WarningOutlined : InfoCircleOutlined;
        const { import_id: earlier } = notice.params;
        return (
          <li key={`${notice.code}${notice.column}${notice.target}${text(notice.text)}`} data-level={notice.level}>
            <Icon aria-hidden />
            <div>
              {text(notice.text)}{" "}
              {group !== null && typeof earlier === "string" && (
                <Link to="/hq/$group/imports/$id" params={{ group, id: earlier }}>
                  {t("columns.earlier")}
                </Link>
              )}
              <Examples params={notice.params} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Cells before and after a repair. */
function Examples({ params }: { params: NoticeOut["params"] }) {
  const t = useImportsTexts();
  const { examples } = params;
  if (typeof examples !== "object" || examples === null) return null;
  return (
    <details>
      <summary>{t("columns.repairs")}</summary>
      <ul className={styles.repairs}>
        {Object.entries(examples).map(([before, after]) => (
          <li key={before}>
            <code>{before}</code>
            <span aria-hidden>{"\u2192"}</span>
            <span className="cz-hidden">{t("columns.becomes")}</span>
            <code>{String(after)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
