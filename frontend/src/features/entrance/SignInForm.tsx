import { useMutation } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { FormError } from "@/components/FormError";
import { signIn } from "./api/entrance";
import { IdentityField, PasswordField } from "./fields";
import { identityOf } from "./identity";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

type Values = { identity: string; password: string };

export function SignInForm({ next, identity }: { next: string | undefined; identity?: string }) {
  const t = useEntranceTexts();
  const enter = useEnter(next);
  const signingIn = useMutation({
    mutationFn: async (values: Values) => {
      const who = identityOf(values.identity);
      if (who) await enter(await signIn(who, values.password));
    },
  });
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ identity: identity ?? "" }}
      onFinish={(values) => signingIn.mutate(values)}
    >
      <IdentityField />
      <PasswordField />
      {signingIn.error && (
        <Form.Item>
          <FormError error={signingIn.error} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={signingIn.isPending}>
        {t("signIn.submit")}
      </Button>
    </Form>
  );
}
