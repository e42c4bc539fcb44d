import { insertable } from "../diagram/AddStep";
import { looks } from "../diagram/kinds";
import { faces } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";

/** What is dragged carries its kind under this name. */
export const dragged = "application/x-flow-step";

/** The kinds of step: a click puts one behind the step that is chosen, dragging puts it anywhere. */
export function Palette() {
  const t = useFlowTexts();
  const { insert, definition } = useDesigner();
  const offered = definition.nodes.some(({ kind }) => kind === "start") ? insertable : faces;
  return (
    <section className={styles.palette} aria-label={t("palette.title")}>
      <h2>{t("palette.title")}</h2>
      <p className={styles.soft}>{t("palette.how")}</p>
      <ul>
        {offered.map((kind) => {
          const { Icon, tone } = looks[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                className={styles.kind}
                title={t(`about.${kind}`)}
                draggable
                onDragStart={({ dataTransfer }) => dataTransfer.setData(dragged, kind)}
                onClick={() => insert(kind)}
              >
                <span className={styles.kindIcon} data-tone={tone} aria-hidden>
                  <Icon />
                </span>
                {t(`kind.${kind}`)}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
