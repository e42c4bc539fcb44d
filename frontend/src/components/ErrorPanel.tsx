import { WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect } from "react";
import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";
import styles from "./state.module.css";
import { useCommonTexts } from "./texts";

/**
 * What happened, what to do, and the number to quote. Fills the place of what could not be shown.
 * Trying again is offered where it may help: not after a refusal.
 */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useCommonTexts();
  const tError = useErrorTexts();
  const { text, requestId } = errorMessage(error);
  const refused = isApiError(error) && error.status >= 400 && error.status < 500;

  useEffect(() => {
    if (!isApiError(error)) reportError(error);
  }, [error]);

  return (
    <div className={styles.state} role="alert">
      <div className={styles.icon} aria-hidden>
        <WarningOutlined />
      </div>
      {refused ? (
        <p className={styles.title}>{text}</p>
      ) : (
        <>
          <div className={styles.title}>{t("crashed.title")}</div>
          <p className={styles.text}>{text}</p>
        </>
      )}
      {requestId && <p className={styles.quote}>{tError("quote", { id: requestId })}</p>}
      <div className={styles.actions}>{onRetry && !refused && <Button onClick={onRetry}>{t("retry")}</Button>}</div>
    </div>
  );
}
