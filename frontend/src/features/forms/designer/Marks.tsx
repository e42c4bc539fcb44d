import { EyeOutlined, LockOutlined, WarningFilled } from "@ant-design/icons";
import { useFormsTexts } from "../texts";
import styles from "./canvas.module.css";
import type { FieldPart } from "./layout";
import { useDesigner } from "./useDesigner";

/** What is special about a part, at a glance: a word or an icon with a name, never a colour alone. */
export function Marks({ id, part, conditional }: { id: string; part?: FieldPart; conditional: boolean }) {
  const t = useFormsTexts();
  const { problems } = useDesigner();
  const bad = problems.some((problem) => problem.part === id);
  const required = part?.required ? "mark.required" : part?.required_when ? "mark.requiredWhen" : null;
  return (
    <span className={styles.marks}>
      {required && <span className={styles.mark}>{t(required)}</span>}
      {conditional && <EyeOutlined className={styles.soft} aria-label={t("mark.conditional")} title={t("mark.conditional")} />}
      {(part?.read_only || part?.read_only_when) && <LockOutlined className={styles.soft} aria-label={t("mark.readOnly")} title={t("mark.readOnly")} />}
      {bad && <WarningFilled className={styles.bad} aria-label={t("hasProblem")} title={t("hasProblem")} />}
    </span>
  );
}
