import { ExclamationCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import styles from "./form.module.css";
import type { Problem } from "./useRecordForm";

/** All that is wrong with what was sent; each leads to its field. */
export function ProblemList(props: { entity: Entity; problems: Problem[]; onShow: (name: string) => void }) {
  const { entity, problems, onShow } = props;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <div role="alert" className={styles.problems}>
      <div className={styles.problemsTitle}>
        <ExclamationCircleFilled aria-hidden /> {t("form.problems", { count: problems.length })}
      </div>
      <ul>
        {problems.map(({ name, text }) => {
          const field = entity.fields.find((candidate) => candidate.name === name);
          return (
            <li key={name}>
              <button type="button" className={styles.problem} onClick={() => onShow(name)}>
                {field ? labelIn(field.label, i18n.language) : name}
              </button>
              <span>{text}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
