import { MailOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { FormError } from "@/components/FormError";
import { askForReset } from "./api/entrance";
import styles from "./entrance.module.css";
import { OutboxHint } from "./OutboxHint";
import { useEntranceTexts } from "./texts";

export function ForgotPasswordPage() {
  const t = useEntranceTexts();
  const asking = useMutation({ mutationFn: ({ email }: { email: string }) => askForReset(email.trim().toLowerCase()) });
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
      <Form<{ email: string }> layout="vertical" requiredMark={false} onFinish={(values) => asking.mutate(values)}>
        <Form.Item
          name="email"
          label={t("forgot.email")}
          validateTrigger="onBlur"
          rules={[{ required: true, type: "email", message: t("forgot.emailWrong") }]}
        >
          <Input autoComplete="email" inputMode="email" autoCapitalize="none" />
        </Form.Item>
        {asking.error && (
          <Form.Item>
            <FormError error={asking.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={asking.isPending}>
          {t("forgot.submit")}
        </Button>
      </Form>
      <div className={styles.line}>
        <span>{t("forgot.phoneHint")}</span>
      </div>
      <div className={styles.line}>{back}</div>
    </>
  );
}
