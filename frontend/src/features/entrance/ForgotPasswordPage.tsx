import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { askForRecoveryCode } from "@/api/sdk.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { askForReset } from "./api/entrance";
import styles from "./entrance.module.css";
import { identityOf } from "./identity";
import type { Identity } from "./identity";
import { RecoverByCode } from "./RecoverByCode";
import { ResetLinkSent } from "./ResetLinkSent";
import { entranceRules } from "./rules";
import { useEntranceTexts } from "./texts";

async function ask(identity: Identity): Promise<void> {
  if ("email" in identity) await askForReset(identity.email);
  else await askForRecoveryCode({ body: identity });
}

/** By e-mail a link is sent; by phone a code, which is entered here together with the new password. */
export function ForgotPasswordPage() {
  const t = useEntranceTexts();
  const asking = useMutation({ mutationFn: ask });
  const { form, field } = useFields({
    initial: { identity: "" },
    rules: { identity: entranceRules(t).identity },
    onSubmit: (values) => {
      const identity = identityOf(values.identity);
      if (identity) asking.mutate(identity);
    },
  });
  if (asking.isSuccess) {
    const identity = asking.variables;
    return "email" in identity ? <ResetLinkSent email={identity.email} /> : <RecoverByCode phone={identity.phone} />;
  }
  return (
    <>
      <h1 className={styles.title}>{t("forgot.title")}</h1>
      <p className={styles.note}>{t("forgot.note")}</p>
      <Fields form={form}>
        <TextField
          {...field("identity")}
          label={t("field.identity")}
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
        />
        <FormError error={asking.error} />
        <Button type="primary" htmlType="submit" block loading={asking.isPending}>
          {t("forgot.submit")}
        </Button>
      </Fields>
      <div className={styles.line}>
        <Link to="/sign-in">{t("forgot.back")}</Link>
      </div>
    </>
  );
}
