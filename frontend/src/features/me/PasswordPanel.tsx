import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { entranceRules } from "@/features/entrance/rules";
import { useEntranceTexts } from "@/features/entrance/texts";
import { isApiError } from "@/http/ApiError";
import { changePassword } from "./api/secondFactor";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

export function PasswordPanel() {
  const t = useMeTexts();
  const [round, setRound] = useState(0);
  return (
    <Panel title={t("password.title")}>
      <div className={styles.form}>
        <PasswordForm key={round} onDone={() => setRound(round + 1)} />
      </div>
    </Panel>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useMeTexts();
  const tEntrance = useEntranceTexts();
  const rules = entranceRules(tEntrance);
  const { message } = App.useApp();
  const changing = useMutation({
    mutationFn: ({ current, password }: { current: string; password: string }) =>
      changePassword({ current_password: current, new_password: password }),
    onSuccess: () => {
      void message.success(t("password.done"));
      onDone();
    },
  });
  const refused = isApiError(changing.error) ? changing.error.fields : {};
  const atFields = Object.keys(refused).length > 0;
  const { form, field } = useFields({
    initial: { current: "", password: "" },
    rules: { current: (text) => (text ? null : t("password.currentMissing")), password: rules.newPassword },
    refused: {
      ...(refused.current_password && { current: refused.current_password.join(" ") }),
      ...(refused.new_password && { password: refused.new_password.join(" ") }),
    },
    onSubmit: changing.mutate,
  });
  return (
    <Fields form={form}>
      <TextField {...field("current")} label={t("password.current")} password autoComplete="current-password" />
      <TextField
        {...field("password")}
        label={t("password.new")}
        hint={tEntrance("field.passwordHint")}
        password
        autoComplete="new-password"
      />
      {!atFields && <FormError error={changing.error} />}
      <div>
        <Button htmlType="submit" loading={changing.isPending}>
          {t("password.submit")}
        </Button>
      </div>
    </Fields>
  );
}
