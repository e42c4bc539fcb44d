import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { errorMessage } from "@/http/errorMessage";
import { resendPhoneCode } from "./api/entrance";
import { useEntranceTexts } from "./texts";

export function ResendCode() {
  const t = useEntranceTexts();
  const resending = useMutation({ mutationFn: resendPhoneCode });
  if (resending.isSuccess) return <span role="status">{t("verify.resent")}</span>;
  if (resending.error) return <span role="alert">{errorMessage(resending.error).text}</span>;
  return (
    <Button type="link" size="small" loading={resending.isPending} onClick={() => resending.mutate()}>
      {t("verify.resend")}
    </Button>
  );
}
