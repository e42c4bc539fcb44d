import { ExclamationCircleFilled } from "@ant-design/icons";
import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";
import styles from "./notice.module.css";

/** The refusal of a form, above its button. Nothing is shown while there is none. */
export function FormError({ error }: { error: unknown }) {
  const tError = useErrorTexts();
  if (!error) return null;
  const { text, requestId } = errorMessage(error);
  // What the person can put right needs no number to quote.
  const theirs = isApiError(error) && error.status < 500;
  return (
    <div role="alert" className={styles.notice} data-kind="error">
      <ExclamationCircleFilled aria-hidden className={styles.icon} />
      <div>
        {text}
        {requestId && !theirs && <div className={styles.quote}>{tError("quote", { id: requestId })}</div>}
      </div>
    </div>
  );
}
