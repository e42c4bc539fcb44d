import { CheckCircleFilled, ExclamationCircleFilled } from "@ant-design/icons";
import type { TargetOut } from "@/api/types.gen";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/columns/columns.module.css";
import { problemsOf } from "./mapping";
import type { Mapping } from "./mapping";

/** The fields without which no row goes in, each with whether it has a column. */
export function RequiredFields({ targets, mapping }: { targets: TargetOut[]; mapping: Mapping }) {
  const t = useImportsTexts();
  const text = useText();
  const { missing, twice } = problemsOf(mapping, targets);
  return (
    <ul className={styles.required}>
      {targets
        .filter(({ required }) => required)
        .map(({ key, label }) => {
          const wrong = missing.includes(key) ? t("columns.missing") : twice.includes(key) ? t("columns.twice") : null;
          return (
            <li key={key} data-wrong={wrong !== null}>
              {wrong ? <ExclamationCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
              <span>{text(label)}</span>
              {wrong ? <strong>{wrong}</strong> : <span className="cz-hidden">{t("columns.found")}</span>}
            </li>
          );
        })}
    </ul>
  );
}
