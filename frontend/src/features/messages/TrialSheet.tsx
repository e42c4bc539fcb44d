import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { getMessage, tryMessageChannel } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { templatesQuery } from "./api";
import type { Channel } from "./api";
import { isHeld } from "./held";
import styles from "./messages.module.css";
import { StateTag } from "./StateTag";
import { Labelled } from "./TemplateSheet";
import { useMessageTexts } from "./texts";

/** Send one message to oneself, and see what becomes of it. */
export function TrialSheet({ store, channel, onClose }: { store: string; channel: Channel; onClose: () => void }) {
  const t = useMessageTexts();
  const [address, setAddress] = useState("");
  const [template, setTemplate] = useState<string | null>(null);
  const templates = (useQuery(templatesQuery(store)).data ?? []).filter((one) => one.channel === channel);
  const sending = useMutation({
    mutationFn: () => tryMessageChannel({ path: { channel }, body: { address, template_id: template }, headers: inStore(store) }),
  });
  const id = sending.data?.id;
  const told = useQuery({
    queryKey: ["store", store, "message trial", id],
    queryFn: ({ signal }) => getMessage({ path: { message_id: id ?? "" }, headers: inStore(store), signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== "queued" && state.data.state !== "sending" ? false : 1000),
  });
  return (
    <Sheet open title={t("trial.title", { channel: t(`channel.${channel}`) })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        {channel !== "dingtalk" && (
          <Labelled label={t(`trial.address.${channel as "sms"}`)}>
            <Input aria-label={t(`trial.address.${channel as "sms"}`)} required maxLength={254} value={address} onChange={({ target }) => setAddress(target.value)} />
          </Labelled>
        )}
        <Labelled label={t("optional", { label: t("fact.template") })} note={t("trial.templateText")}>
          <Select allowClear aria-label={t("fact.template")} value={template} options={templates.map((one) => ({ value: one.id, label: one.name }))} onChange={(value: string | undefined) => setTemplate(value ?? null)} />
        </Labelled>
        {told.data && (
          <div role="status">
            <StateTag state={told.data.state} />
            {told.data.code && <div>{isHeld(told.data.code) ? t(`held.${told.data.code}`) : t("providerSaid", { code: told.data.code })}</div>}
          </div>
        )}
        <FormError error={sending.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button type="primary" htmlType="submit" loading={sending.isPending}>
            {t("trial.send")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
