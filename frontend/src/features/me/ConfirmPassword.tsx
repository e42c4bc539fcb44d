import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { confirmPassword } from "./api/secondFactor";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

/** Asks for the password again before a security setting changes. */
export function ConfirmPassword({ onConfirmed }: { onConfirmed: () => void }) {
  const t = useMeTexts();
  const confirming = useMutation({
    mutationFn: ({ password }: { password: string }) => confirmPassword(password),
    onSuccess: onConfirmed,
  });
  const { form, field } = useFields({
    initial: { password: "" },
    rules: { password: (text) => (text ? null : t("password.currentMissing")) },
    onSubmit: confirming.mutate,
  });
  return (
    <div className={styles.form}>
      <Fields form={form}>
        <TextField {...field("password")} label={t("mfa.again")} password autoComplete="current-password" />
        <FormError error={confirming.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={confirming.isPending}>
            {t("mfa.againSubmit")}
          </Button>
        </div>
      </Fields>
    </div>
  );
}
