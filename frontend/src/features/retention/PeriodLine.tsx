import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, InputNumber } from "antd";
import { useId, useState } from "react";
import { changeRetentionPeriod } from "@/api/sdk.gen";
import type { RetentionPeriodOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import type { TextKey } from "@/i18n/defineTexts";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { retentionKey } from "./api";
import type texts from "./locales/zh-CN.json";
import styles from "./retention.module.css";
import { useRetentionTexts } from "./texts";

type Known = keyof typeof texts.of;
const known: Record<Known, true> = { audit: true, import_files: true, lead_posts: true, messages: true, public_forms: true, recycle_bin: true, webhook_deliveries: true };
const isKnown = (name: string): name is Known => name in known;

/** One kind of data and its period. A shorter one loses something for good, so that it is asked once more. */
export function PeriodLine({ store, period }: { store: string; period: RetentionPeriodOut }) {
  const t = useRetentionTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const { name, unit, least, most, usual, version } = period;
  const [span, setSpan] = useState(period.span);
  const text = (key: "title" | "what"): string => (isKnown(name) ? t(`of.${name}.${key}` satisfies TextKey<typeof texts>) : key === "title" ? name : "");
  const title = text("title");
  const spanText = (value: number | null) => (value === null ? t("periods.always") : t(`periods.${unit}`, { count: value }));
  const saving = useMutation({
    mutationFn: () => changeRetentionPeriod({ headers: inStore(store), path: { period: name }, body: { span, version } }),
    onSuccess: () => {
      void message.success(t("periods.saved", { title }));
      void client.invalidateQueries({ queryKey: ["store", store, "bin"] });
      return client.invalidateQueries({ queryKey: retentionKey(store) });
    },
  });
  const shorter = span !== null && (period.span === null || span < period.span);
  const save = () => {
    if (!shorter) return saving.mutate();
    modal.confirm({
      title: t("periods.shorter", { title, span: spanText(span) }),
      content: t("periods.shorterText", { span: spanText(span) }),
      okText: t("periods.shorten"),
      okButtonProps: { danger: true },
      cancelText: tCommon("cancel"),
      onOk: () => saving.mutate(),
    });
  };
  const disabled = looksOnly(store);
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <label className={styles.name} htmlFor={id}>
          {title}
        </label>
        <span className="cz-soft">{text("what")}</span>
        <span className="cz-soft cz-small">
          {t("periods.bounds", { least: spanText(least), most: spanText(usual === null ? null : most) })} · {t("periods.usual", { span: spanText(usual) })}
        </span>
        <FormError error={saving.error} />
        {isApiError(saving.error, "retention_changed") && (
          <Button onClick={() => void client.invalidateQueries({ queryKey: retentionKey(store) })}>{t("again")}</Button>
        )}
      </div>
      <div className={styles.choice}>
        <span className={styles.span}>
          <InputNumber
            id={id}
            className={styles.number ?? ""}
            min={least}
            max={most}
            precision={0}
            disabled={disabled || span === null}
            value={span}
            onChange={(value) => setSpan(value ?? period.span ?? least)}
          />
          {t(`periods.unit.${unit}`)}
        </span>
        {usual === null && (
          <Checkbox disabled={disabled} checked={span === null} onChange={(event) => setSpan(event.target.checked ? null : Math.max(least, 36))}>
            {t("periods.forEver")}
          </Checkbox>
        )}
        {span !== period.span && (
          <Button type="primary" loading={saving.isPending} onClick={save}>
            {t("periods.save")}
          </Button>
        )}
      </div>
    </li>
  );
}
