import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { signIn } from "./api/entrance";
import { identityOf } from "./identity";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

export function SignInForm({ next, identity }: { next: string | undefined; identity?: string }) {
  const t = useEntranceTexts();
  const rules = entranceRules(t);
  const enter = useEnter(next);
  const signingIn = useMutation({
    mutationFn: async (values: { identity: string; password: string }) => {
      const who = identityOf(values.identity);
      if (who) await enter(await signIn(who, values.password));
    },
  });
  const { form, field } = useFields({
    initial: { identity: identity ?? "", password: "" },
    rules: { identity: rules.identity, password: rules.password },
    onSubmit: signingIn.mutate,
  });
  return (
    <Fields form={form}>
      <TextField
        {...field("identity")}
        label={t("field.identity")}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
      />
      <TextField {...field("password")} label={t("field.password")} password autoComplete="current-password" />
      <FormError error={signingIn.error} />
      <Button type="primary" htmlType="submit" block loading={signingIn.isPending}>
        {t("signIn.submit")}
      </Button>
    </Fields>
  );
}
