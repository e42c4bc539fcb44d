import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { webhooksQuery } from "@/features/webhooks/api";
import { useWebhookTexts } from "@/features/webhooks/texts";
import { labelIn } from "@/i18n/labelIn";
import type { Action, Of } from "../definition";
import styles from "./editor.module.css";
import type { PartProps } from "./Part";

type Props = Pick<PartProps, "store" | "told"> & { value: Of<Action, "webhook">; onChange: (action: Action) => void };

// Pictures, files and rows of a table do not go out.
const kept = new Set(["file", "photo", "signature", "rich_text", "location", "table"]);

/** To which program, and what it is told. */
export function WebhookOf({ store, told, value, onChange }: Props) {
  const t = useWebhookTexts();
  const { i18n } = useTranslation();
  const webhooks = (useQuery(webhooksQuery(store)).data ?? []).filter(({ enabled, id }) => enabled || id === value.webhook);
  if (webhooks.length === 0) {
    return (
      <span className={styles.soft}>
        {t("action.none")}{" "}
        <Link to="/s/$store/settings/webhooks" params={{ store }}>
          {t("action.make")}
        </Link>
      </span>
    );
  }
  return (
    <>
      <Select
        className={styles.wide ?? ""}
        aria-label={t("action.to")}
        placeholder={t("action.to")}
        value={value.webhook}
        options={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(webhook: string) => onChange({ ...value, webhook })}
      />
      <Select
        mode="multiple"
        className={styles.wide ?? ""}
        aria-label={t("action.fields")}
        placeholder={t("action.fields")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.fields}
        options={told.entity.fields.filter(({ type }) => !kept.has(type)).map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={(fields: string[]) => onChange({ ...value, fields })}
      />
      <span className={styles.soft}>{t("action.fieldsText")}</span>
      <Input
        aria-label={t("action.event")}
        placeholder={t("action.event")}
        maxLength={60}
        value={value.event}
        onChange={({ target }) => onChange({ ...value, event: target.value.toLowerCase().replaceAll(/[^a-z0-9_.]/g, "") })}
      />
      <span className={styles.soft}>{t("action.eventText", { name: `${told.entity.name}.rule` })}</span>
    </>
  );
}
