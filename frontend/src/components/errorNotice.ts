import { App } from "antd";
import { errorMessage } from "@/http/errorMessage";
import { useErrorTexts } from "@/http/texts";

/** Answers a function that shows a refusal as a notice, with the number to quote. */
export function useErrorNotice(): (error: unknown) => void {
  const { notification } = App.useApp();
  const tError = useErrorTexts();
  return (error) => {
    const { text, requestId } = errorMessage(error);
    notification.error({ title: text, description: requestId ? tError("quote", { id: requestId }) : undefined });
  };
}
