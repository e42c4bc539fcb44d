import { CheckOutlined } from "@ant-design/icons";
import { steps } from "../steps";
import type { Step } from "../steps";
import { useImportsTexts } from "../texts";
import styles from "./stepBar.module.css";

/** Where one is in the wizard; `reachable` steps can be gone to. */
export function StepBar(props: { current: Step; reachable: Step[]; onGo: (step: Step) => void }) {
  const t = useImportsTexts();
  const at = steps.indexOf(props.current);
  return (
    <ol className={styles.steps} aria-label={t("steps.label")}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === props.current ? "step" : undefined} data-done={index < at}>
          <button type="button" disabled={!props.reachable.includes(step)} onClick={() => props.onGo(step)}>
            <span className={styles.number}>{index < at ? <CheckOutlined aria-hidden /> : index + 1}</span>
            <span>{t(`steps.${step}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
