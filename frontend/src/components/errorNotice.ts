import { App } from "antd";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";

/** Answers a function that shows a refusal as a notice, with the number to quote. `why`: said instead, where more is known. */
export function useErrorNotice(): (error: unknown, why?: string) => void {
  const { notification } = App.useApp();
  const tError = useErrorTexts();
  return (error, why) => {
    const { text, requestId } = errorMessage(error);
    notification.error({ title: why || text, description: requestId ? tError("quote", { id: requestId }) : undefined });
  };
}
