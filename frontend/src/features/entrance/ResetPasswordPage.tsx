import { LinkOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { App, Button, Form } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { FormError } from "@/components/FormError";
import { isApiError } from "@/http/ApiError";
import { resetPassword } from "./api/entrance";
import styles from "./entrance.module.css";
import { NewPasswordField } from "./fields";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

export function ResetPasswordPage() {
  const t = useEntranceTexts();
  const { key } = useParams({ from: "/_entrance/reset-password/$key" });
  const { message } = App.useApp();
  const navigate = useNavigate();
  const enter = useEnter(undefined);
  const resetting = useMutation({
    mutationFn: ({ password }: { password: string }) => resetPassword(key, password),
    onSuccess: async (outcome) => {
      if (outcome.signedIn) return enter(outcome);
      void message.success(t("reset.done"));
      await navigate({ to: "/sign-in" });
    },
  });
  if (isApiError(resetting.error) && resetting.error.fields.key) {
    return (
      <EmptyState
        icon={<LinkOutlined />}
        title={t("reset.badTitle")}
        text={t("reset.badText")}
        actions={<Link to="/forgot-password">{t("reset.again")}</Link>}
      />
    );
  }
  return (
    <>
      <h1 className={styles.title}>{t("reset.title")}</h1>
      <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(values) => resetting.mutate(values)}>
        <NewPasswordField label={t("field.newPassword")} />
        {resetting.error && (
          <Form.Item>
            <FormError error={resetting.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={resetting.isPending}>
          {t("reset.submit")}
        </Button>
      </Form>
    </>
  );
}
