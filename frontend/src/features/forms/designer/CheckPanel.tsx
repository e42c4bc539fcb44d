import { CheckCircleFilled } from "@ant-design/icons";
import type { Problem } from "../api/designs";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";
import { useProblemText } from "./useProblemText";

/** What stands in the way of publishing; each leads to its part. */
export function CheckPanel({ problems, onShow }: { problems: Problem[]; onShow: (part: string) => void }) {
  const t = useFormsTexts();
  const textOf = useProblemText();
  const { layout } = useDesigner();
  if (problems.length === 0) {
    return (
      <p className={styles.fine} role="status">
        <CheckCircleFilled aria-hidden /> {t("check.fine")}
      </p>
    );
  }
  return (
    <div className={styles.problems} role="status">
      <b>{t("check.problems", { count: problems.length })}</b>
      <ul>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            {problem.part && layout ? (
              <button type="button" className={styles.problem} onClick={() => onShow(problem.part)}>
                {textOf(problem)}
              </button>
            ) : (
              textOf(problem)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
