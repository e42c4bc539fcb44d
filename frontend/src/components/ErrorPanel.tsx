import { WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";
import styles from "./state.module.css";
import { useCommonTexts } from "./texts";

/**
 * What happened, what to do, and the number to quote. Fills the place of what could not be shown.
 * Trying again is offered where it may help: not after a refusal. `whole`: it is all that the page says.
 * `actions`: other ways on.
 */
export function ErrorPanel(props: {
  error: unknown;
  onRetry?: () => void;
  whole?: boolean;
  actions?: ReactNode;
}) {
  const { error, onRetry, whole, actions } = props;
  const t = useCommonTexts();
  const tError = useErrorTexts();
  const { text, requestId } = errorMessage(error);
  const Title = whole ? "h1" : "p";
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
        <Title className={styles.title}>{text}</Title>
      ) : (
        <>
          <Title className={styles.title}>{t("crashed.title")}</Title>
          <p className={styles.text}>{text}</p>
        </>
      )}
      {requestId && <p className={styles.quote}>{tError("quote", { id: requestId })}</p>}
      <div className={styles.actions}>
        {onRetry && !refused && <Button onClick={onRetry}>{t("retry")}</Button>}
        {actions}
      </div>
    </div>
  );
}
