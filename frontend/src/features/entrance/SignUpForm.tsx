import { useMutation } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { FormError } from "@/components/FormError";
import { changeMe } from "@/features/session/api/changeMe";
import { isApiError } from "@/http/ApiError";
import { currentLanguage, serverLanguage } from "@/i18n/i18n";
import { signUp } from "./api/entrance";
import { IdentityField, NameField, NewPasswordField } from "./fields";
import { identityOf } from "./identity";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

type Values = { identity: string; password: string; name: string };

/** Makes the account; name and language are saved as soon as the person is in. */
export function SignUpForm(props: { next: string | undefined; identity?: string; name?: string }) {
  const t = useEntranceTexts();
  const enter = useEnter(props.next);
  const [form] = Form.useForm<Values>();
  const signingUp = useMutation({
    mutationFn: async (values: Values) => {
      const who = identityOf(values.identity);
      if (!who) return;
      const outcome = await signUp(who, values.password);
      if (outcome.signedIn) await changeMe({ name: values.name.trim(), language: serverLanguage[currentLanguage()] });
      await enter(outcome, { keepLanguage: true });
    },
    onError: (error) => {
      if (!isApiError(error)) return;
      const { password, email, phone } = error.fields;
      form.setFields([
        { name: "password", errors: password ?? [] },
        { name: "identity", errors: [...(email ?? []), ...(phone ?? [])] },
      ]);
    },
  });
  const atFields = isApiError(signingUp.error) && Object.keys(signingUp.error.fields).length > 0;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ identity: props.identity ?? "", name: props.name ?? "" }}
      onFinish={(values) => signingUp.mutate(values)}
    >
      <NameField />
      <IdentityField />
      <NewPasswordField />
      {signingUp.error && !atFields && (
        <Form.Item>
          <FormError error={signingUp.error} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={signingUp.isPending}>
        {t("signUp.submit")}
      </Button>
    </Form>
  );
}
