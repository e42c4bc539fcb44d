import { ExclamationCircleFilled } from "@ant-design/icons";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";
import styles from "./notice.module.css";

/** The refusal of a form, above its button. Nothing is shown while there is none. */
export function FormError({ error }: { error: unknown }) {
  const tError = useErrorTexts();
  if (!error) return null;
  const { text, requestId } = errorMessage(error);
  return (
    <div role="alert" className={styles.notice} data-kind="error">
      <ExclamationCircleFilled aria-hidden className={styles.icon} />
      <div>
        {text}
        {requestId && <div className={styles.quote}>{tError("quote", { id: requestId })}</div>}
      </div>
    </div>
  );
}
