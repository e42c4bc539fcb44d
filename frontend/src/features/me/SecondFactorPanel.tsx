import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { isApiError } from "@/http/ApiError";
import { secondFactorQuery, turnOff } from "./api/secondFactor";
import { ConfirmPassword } from "./ConfirmPassword";
import styles from "./me.module.css";
import { ProveEmailFirst } from "./ProveEmailFirst";
import { RecoveryCodes } from "./RecoveryCodes";
import { useMeTexts } from "./texts";
import { TurnOnSecondFactor } from "./TurnOnSecondFactor";

/** Two-step verification with an authenticator app. */
export function SecondFactorPanel() {
  const t = useMeTexts();
  const factor = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <Panel title={t("mfa.title")}>
      {factor.isPending && <SkeletonRows rows={2} />}
      {factor.error && <FormError error={factor.error} />}
      {factor.data?.state === "blocked" && <ProveEmailFirst />}
      {factor.data?.state === "off" && <TurnOnSecondFactor offer={factor.data} onDone={setCodes} />}
      {factor.data?.state === "on" && (
        <div className={styles.stack}>
          <p>{t("mfa.on")}</p>
          {codes.length > 0 && <RecoveryCodes codes={codes} />}
          <TurnOff />
        </div>
      )}
    </Panel>
  );
}

function TurnOff() {
  const t = useMeTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const stopping = useMutation({
    mutationFn: turnOff,
    onSuccess: async () => {
      await client.invalidateQueries(secondFactorQuery);
      void message.success(t("mfa.stopped"));
    },
  });
  if (isApiError(stopping.error, "reauthentication_required")) {
    return <ConfirmPassword onConfirmed={() => stopping.mutate()} />;
  }
  return (
    <>
      <FormError error={stopping.error} />
      <Popconfirm
        title={t("mfa.stopSure")}
        okText={t("mfa.stop")}
        cancelText={tCommon("cancel")}
        onConfirm={() => stopping.mutate()}
      >
        <Button danger loading={stopping.isPending}>
          {t("mfa.stop")}
        </Button>
      </Popconfirm>
    </>
  );
}
