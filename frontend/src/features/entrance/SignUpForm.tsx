import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { changeMe } from "@/api/sdk.gen";
import { isApiError } from "@/http/ApiError";
import { currentLanguage, serverLanguage } from "@/i18n/i18n";
import { signUp } from "./api/entrance";
import { identityOf } from "./identity";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

type Values = { identity: string; password: string; name: string };

/** What the server said about e-mail, phone or password, beside the field that holds it. */
function refusalsOf(error: unknown): Partial<Values> {
  if (!isApiError(error)) return {};
  const { email, phone, password } = error.fields;
  const identity = [...(email ?? []), ...(phone ?? [])].join(" ");
  return { ...(identity && { identity }), ...(password && { password: password.join(" ") }) };
}

/** Makes the account; the language is saved as soon as the person is in. */
export function SignUpForm(props: { next: string | undefined; identity?: string; name?: string }) {
  const t = useEntranceTexts();
  const rules = entranceRules(t);
  const enter = useEnter(props.next);
  const signingUp = useMutation({
    mutationFn: async (values: Values) => {
      const who = identityOf(values.identity);
      if (!who) return;
      const outcome = await signUp(who, { password: values.password, name: values.name.trim() });
      if (outcome.signedIn) await changeMe({ body: { language: serverLanguage[currentLanguage()] } });
      await enter(outcome, { keepLanguage: true });
    },
  });
  const refused = refusalsOf(signingUp.error);
  const { form, field } = useFields({
    initial: { name: props.name ?? "", identity: props.identity ?? "", password: "" },
    rules: { name: rules.name, identity: rules.identity, password: rules.newPassword },
    refused,
    onSubmit: signingUp.mutate,
  });
  return (
    <Fields form={form}>
      <TextField
        {...field("name")}
        label={t("field.name")}
        autoComplete="name"
        placeholder={t("field.namePlaceholder")}
        maxLength={60}
      />
      <TextField
        {...field("identity")}
        label={t("field.identity")}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
      />
      <TextField
        {...field("password")}
        label={t("field.password")}
        hint={t("field.passwordHint")}
        password
        autoComplete="new-password"
      />
      {Object.keys(refused).length === 0 && <FormError error={signingUp.error} />}
      <Button type="primary" htmlType="submit" block loading={signingUp.isPending}>
        {t("signUp.submit")}
      </Button>
    </Fields>
  );
}
