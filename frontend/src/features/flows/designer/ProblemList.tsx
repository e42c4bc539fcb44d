import { nodeOf } from "../drawn/edits";
import { problemText } from "../said/problems";
import { nameOf } from "../said/telling";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";

/** What keeps the flow from being published; each leads to the step that it is at. */
export function ProblemList({ onShow }: { onShow?: (id: string) => void }) {
  const t = useFlowTexts();
  const { problems, definition, telling, choose } = useDesigner();
  return (
    <ul className={styles.problems}>
      {problems.map((one) => {
        const node = nodeOf(definition, one.node);
        const text = problemText(one, definition, telling);
        return (
          <li key={JSON.stringify(one)}>
            {node ? (
              <button type="button" className={styles.problem} onClick={() => (onShow ? onShow(node.id) : choose([node.id]))}>
                {t("problems.at", { name: nameOf(node, t), text })}
              </button>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}
