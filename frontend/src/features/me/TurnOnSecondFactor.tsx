import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, QRCode } from "antd";
import { useState } from "react";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { isApiError } from "@/http/ApiError";
import { secondFactorQuery, turnOn } from "./api/secondFactor";
import { ConfirmPassword } from "./ConfirmPassword";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

type Props = { offer: { secret: string; url: string }; onDone: (recoveryCodes: string[]) => void };

export function TurnOnSecondFactor({ offer, onDone }: Props) {
  const t = useMeTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [started, setStarted] = useState(false);
  const starting = useMutation({
    mutationFn: ({ code }: { code: string }) => turnOn(code.trim()),
    onSuccess: async (codes) => {
      onDone(codes);
      void message.success(t("mfa.started"));
      await client.invalidateQueries(secondFactorQuery);
    },
  });
  const { form, field, values } = useFields({
    initial: { code: "" },
    rules: { code: (text) => (text.trim() ? null : t("mfa.codeMissing")) },
    onSubmit: starting.mutate,
  });

  if (!started) {
    return (
      <div className={styles.stack}>
        <p>{t("mfa.off")}</p>
        <Button onClick={() => setStarted(true)}>{t("mfa.start")}</Button>
      </div>
    );
  }
  if (isApiError(starting.error, "reauthentication_required")) {
    return <ConfirmPassword onConfirmed={() => starting.mutate(values)} />;
  }
  return (
    <div className={styles.stack}>
      <p>{t("mfa.scan")}</p>
      <QRCode value={offer.url} size={168} aria-label={t("mfa.qr")} bgColor="#ffffff" color="#000000" />
      <div>
        {t("mfa.secret")} <span className={`${styles.secret} cz-mono`}>{offer.secret}</span>
        <div>
          <a href={offer.url}>{t("mfa.openApp")}</a>
        </div>
      </div>
      <Fields form={form}>
        <TextField
          {...field("code")}
          label={t("mfa.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          mono
          maxLength={8}
        />
        <FormError error={starting.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={starting.isPending}>
            {t("mfa.confirm")}
          </Button>
        </div>
      </Fields>
    </div>
  );
}
