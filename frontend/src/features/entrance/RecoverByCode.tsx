import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { setPasswordByCode } from "@/api/sdk.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { formatPhone } from "@/format/phone";
import { isApiError } from "@/http/ApiError";
import styles from "./entrance.module.css";
import { OutboxHint } from "./OutboxHint";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";

/** The code from the text message, and the new password. */
export function RecoverByCode({ phone }: { phone: string }) {
  const t = useEntranceTexts();
  const rules = entranceRules(t);
  const navigate = useNavigate();
  const setting = useMutation({
    mutationFn: ({ code, password }: { code: string; password: string }) => 
      setPasswordByCode({ body: { code: code.trim(), password } }),
    onSuccess: () => navigate({ to: "/sign-in", search: { done: "reset" } }),
  });
  const refused = isApiError(setting.error) ? setting.error.fields.password?.join(" ") : undefined;
  const { form, field } = useFields({
    initial: { code: "", password: "" },
    rules: { code: rules.code, password: rules.newPassword },
    ...(refused && { refused: { password: refused } }),
    onSubmit: setting.mutate,
  });
  return (
    <>
      <h1 className={styles.title}>{t("reset.title")}</h1>
      <p className={styles.note}>{t("forgot.codeNote", { phone: formatPhone(phone) })}</p>
      <Fields form={form}>
        <TextField
          {...field("code")}
          label={t("field.code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          mono
        />
        <TextField
          {...field("password")}
          label={t("field.newPassword")}
          hint={t("field.passwordHint")}
          password
          autoComplete="new-password"
        />
        {!refused && <FormError error={setting.error} />}
        <Button type="primary" htmlType="submit" block loading={setting.isPending}>
          {t("reset.submit")}
        </Button>
      </Fields>
      <div className={styles.line}>
        <OutboxHint label={t("forgot.outbox")} />
      </div>
    </>
  );
}
