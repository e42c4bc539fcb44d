import { MailOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { askForReset } from "./api/entrance";
import styles from "./entrance.module.css";
import { OutboxHint } from "./OutboxHint";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";

export function ForgotPasswordPage() {
  const t = useEntranceTexts();
  const asking = useMutation({ mutationFn: ({ email }: { email: string }) => askForReset(email.trim().toLowerCase()) });
  const { form, field } = useFields({
    initial: { email: "" },
    rules: { email: entranceRules(t).email },
    onSubmit: asking.mutate,
  });
  const back = <Link to="/sign-in">{t("forgot.back")}</Link>;
  if (asking.isSuccess) {
    return (
      <EmptyState
        icon={<MailOutlined />}
        title={t("forgot.sentTitle")}
        text={t("forgot.sentText", { email: asking.variables.email })}
        actions={
          <div className={styles.stack}>
            <OutboxHint label={t("forgot.outbox")} />
            {back}
          </div>
        }
      />
    );
  }
  return (
    <>
      <h1 className={styles.title}>{t("forgot.title")}</h1>
      <p className={styles.note}>{t("forgot.note")}</p>
      <Fields form={form}>
        <TextField
          {...field("email")}
          label={t("forgot.email")}
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
        />
        <FormError error={asking.error} />
        <Button type="primary" htmlType="submit" block loading={asking.isPending}>
          {t("forgot.submit")}
        </Button>
      </Fields>
      <div className={styles.line}>
        <span>{t("forgot.phoneHint")}</span>
      </div>
      <div className={styles.line}>{back}</div>
    </>
  );
}
