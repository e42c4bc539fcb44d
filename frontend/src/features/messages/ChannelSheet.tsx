import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, InputNumber, Select, Typography } from "antd";
import { useState } from "react";
import { setMessageChannel } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { messagesKey } from "./api";
import type { Channel, ChannelRow, Provider } from "./api";
import styles from "./messages.module.css";
import { Labelled } from "./TemplateSheet";
import { useMessageTexts } from "./texts";

type Props = { store: string; channel: Channel; row: ChannelRow | undefined; providers: Provider[]; onClose: () => void };

/** An account with a provider. Secrets go in and are not shown again. */
export function ChannelSheet({ store, channel, row, providers, onClose }: Props) {
  const t = useMessageTexts();
  const client = useQueryClient();
  const [name, setName] = useState(row?.provider ?? providers[0]?.name ?? "");
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(Object.entries(row?.config ?? {}).map(([key, value]) => [key, String(value ?? "")])));
  const [price, setPrice] = useState(row?.price ?? "0");
  const [pace, setPace] = useState(row?.pace ?? 10);
  const [enabled, setEnabled] = useState(row?.enabled ?? true);
  const provider = providers.find((one) => one.name === name);
  const saving = useMutation({
    mutationFn: () => setMessageChannel({ path: { channel }, body: { version: row?.version ?? 0, provider: name, values, price, pace, enabled }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: messagesKey(store) });
      onClose();
    },
  });
  const isSet = (secret: string) => row?.provider === name && row.secrets.includes(secret);
  return (
    <Sheet open width={600} title={t(`channel.${channel}`)} onClose={onClose}>
      <form
        className={styles.form}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Labelled label={t("settings.provider")}>
          <Select aria-label={t("settings.provider")} value={name} options={providers.map((one) => ({ value: one.name, label: t(`provider.${one.name as "aliyun"}`) }))} onChange={setName} />
        </Labelled>
        {provider?.entries.map((entry) => {
          const label = t(`entry.${entry.name as "endpoint"}`);
          const change = (value: string) => setValues((before) => ({ ...before, [entry.name]: value }));
          const value = values[entry.name] ?? "";
          return (
            <Labelled key={entry.name} label={entry.required ? label : t("optional", { label })}>
              {entry.kind === "secret" && (
                <Input.Password aria-label={label} autoComplete="new-password" placeholder={isSet(entry.name) ? t("settings.kept") : ""} value={value} onChange={({ target }) => change(target.value)} />
              )}
              {entry.kind === "choice" && (
                <Select aria-label={label} value={value || entry.default} options={entry.options.map((one) => ({ value: one, label: t(`security.${one as "ssl"}`) }))} onChange={change} />
              )}
              {(entry.kind === "text" || entry.kind === "number") && <Input aria-label={label} placeholder={entry.default} inputMode={entry.kind === "number" ? "numeric" : "text"} value={value} onChange={({ target }) => change(target.value)} />}
            </Labelled>
          );
        })}
        <div className={styles.pair}>
          <Labelled label={t("settings.price")} note={t("settings.priceText")}>
            <InputNumber<string> stringMode aria-label={t("settings.price")} min="0" max="100" step="0.001" value={price} onChange={(value) => setPrice(value ?? "0")} />
          </Labelled>
          <Labelled label={t("settings.pace")} note={t("settings.paceText")}>
            <InputNumber aria-label={t("settings.pace")} min={1} max={1000} value={pace} onChange={(value) => setPace(value ?? 10)} />
          </Labelled>
        </div>
        {row?.report_path && row.provider === name && (
          <Labelled label={t("settings.reports")} note={t("settings.reportsText")}>
            <Typography.Text copyable code>{`${globalThis.location.origin}${row.report_path}`}</Typography.Text>
          </Labelled>
        )}
        <Checkbox checked={enabled} onChange={({ target }) => setEnabled(target.checked)}>
          {t("settings.enabled")}
        </Checkbox>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
