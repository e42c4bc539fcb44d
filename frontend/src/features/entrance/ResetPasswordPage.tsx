import { LinkOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { isApiError } from "@/http/ApiError";
import { resetPassword } from "./api/entrance";
import styles from "./entrance.module.css";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

export function ResetPasswordPage() {
  const t = useEntranceTexts();
  const { key } = useParams({ from: "/_entrance/reset-password/$key" });
  const navigate = useNavigate();
  const enter = useEnter(undefined);
  const resetting = useMutation({
    mutationFn: ({ password }: { password: string }) => resetPassword(key, password),
    onSuccess: async (outcome) => {
      if (outcome.signedIn) return enter(outcome);
      await navigate({ to: "/sign-in", search: { done: "reset" } });
    },
  });
  const refused = isApiError(resetting.error) ? resetting.error.fields.password?.join(" ") : undefined;
  const { form, field } = useFields({
    initial: { password: "" },
    rules: { password: entranceRules(t).newPassword },
    ...(refused && { refused: { password: refused } }),
    onSubmit: resetting.mutate,
  });
  if (isApiError(resetting.error) && resetting.error.fields.key) {
    return (
      <EmptyState
        whole
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
      <Fields form={form}>
        <TextField
          {...field("password")}
          label={t("field.newPassword")}
          hint={t("field.passwordHint")}
          password
          autoComplete="new-password"
        />
        {!refused && <FormError error={resetting.error} />}
        <Button type="primary" htmlType="submit" block loading={resetting.isPending}>
          {t("reset.submit")}
        </Button>
      </Fields>
    </>
  );
}
