import { Alert } from "antd";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";

/** The refusal of a form, above its button. Nothing is shown while there is none. */
export function FormError({ error }: { error: unknown }) {
  const tError = useErrorTexts();
  if (!error) return null;
  const { text, requestId } = errorMessage(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      description={requestId ? tError("quote", { id: requestId }) : undefined}
    />
  );
}
