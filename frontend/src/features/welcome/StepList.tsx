import { CheckOutlined } from "@ant-design/icons";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

export const steps = ["group", "pack", "store"] as const;
export type Step = (typeof steps)[number];

export function StepList({ current, onBack }: { current: Step; onBack: (step: Step) => void }) {
  const t = useWelcomeTexts();
  const at = steps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t("steps")}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined}>
          <button type="button" className={styles.step} disabled={index >= at} data-done={index < at} onClick={() => onBack(step)}>
            <span className={styles.number}>{index < at ? <CheckOutlined aria-hidden /> : index + 1}</span>
            {t(`step.${step}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
