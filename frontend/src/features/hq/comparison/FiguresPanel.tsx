import { ChangeMark } from "./ChangeMark";
import { changeOf, measures } from "./figures";
import type { Figures } from "./figures";
import styles from "./figuresPanel.module.css";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import type { View } from "./view";

/** The figures of all chosen stores together; each opens the stores behind it. */
export function FiguresPanel(props: { now: Figures; before: Figures | null; view: View; onOpen: () => void }) {
  const { now, before, view } = props;
  const t = useCompareTexts();
  const formats = useFormats();
  const against = t(`against.${view.vs}`);
  return (
    <ul className={styles.figures}>
      {measures.map((measure) => (
        <li key={measure}>
          <button type="button" className={styles.figure} onClick={props.onOpen}>
            <span className={styles.name}>{t(`measure.${measure}`)}</span>
            <span className={styles.value}>{formats.short(now, measure)}</span>
            <span className={styles.change}>
              {before && <ChangeMark change={changeOf({ now, before }, measure)} />}
              {before && <span>{t("change.was", { against, value: formats.short(before, measure) })}</span>}
            </span>
            <span className={styles.definition}>
              {measure === "revenue" && `${formats.full(now, measure)} · `}
              {t(`definition.${measure}`)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
