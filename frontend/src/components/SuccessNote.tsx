import { CheckCircleFilled } from "@ant-design/icons";
import styles from "./notice.module.css";

/** Says in place that something was done. */
export function SuccessNote({ text }: { text: string }) {
  return (
    <div role="status" className={styles.notice} data-kind="success">
      <CheckCircleFilled aria-hidden className={styles.icon} />
      <div>{text}</div>
    </div>
  );
}
