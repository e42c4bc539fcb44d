import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { placesQuery, templatesQuery } from "@/features/messages/api";
import type { Template } from "@/features/messages/api";
import { useMessageTexts } from "@/features/messages/texts";
import type { Action, Of } from "../definition";
import styles from "./editor.module.css";
import { RoleSelect, RolesSelect } from "./RoleSelect";
import type { PartProps } from "./Part";

type Message = Of<Action, "message">;
type Props = Pick<PartProps, "store" | "told"> & { value: Message; onChange: (action: Action) => void };

/** To whom a channel can write. */
function readersOf({ channel }: Template): Message["to"][] {
  if (channel === "dingtalk") return ["group"];
  if (channel === "in_app") return ["owner", "role"];
  return channel === "sms" || channel === "mail" ? ["address", "owner", "role"] : ["address"];
}

/** By which template, and to whom. */
export function MessageOf({ store, told, value, onChange }: Props) {
  const t = useMessageTexts();
  const { i18n } = useTranslation();
  const templates = (useQuery(templatesQuery(store, told.entity.name)).data ?? []).filter((one) => one.approval === "approved" && one.enabled);
  const template = templates.find(({ id }) => id === value.template);
  const places = useQuery(placesQuery(store, told.entity.name, template?.channel ?? "")).data;
  const addresses = (places?.addresses ?? []).map((one) => ({ value: one.path, label: i18n.language.startsWith("zh") ? one.label_zh : one.label_en }));
  function choose(id: string): void {
    const chosen = templates.find((one) => one.id === id);
    const to = chosen && readersOf(chosen).includes(value.to) ? value.to : ((chosen && readersOf(chosen)[0]) ?? "address");
    onChange({ ...value, template: id, to, path: "" });
  }
  if (templates.length === 0) {
    return (
      <span className={styles.soft}>
        {t("action.none")}{" "}
        <Link to="/s/$store/messages/templates" params={{ store }}>
          {t("action.make")}
        </Link>
      </span>
    );
  }
  return (
    <>
      <Select
        className={styles.wide ?? ""}
        aria-label={t("action.template")}
        placeholder={t("action.template")}
        value={value.template}
        options={templates.map((one) => ({ value: one.id, label: `${one.name} · ${t(`channel.${one.channel}`)}` }))}
        onChange={choose}
      />
      {template && (
        <Select
          className={styles.wide ?? ""}
          aria-label={t("action.to")}
          value={value.to}
          options={readersOf(template).map((one) => ({ value: one, label: t(`action.tos.${one}`) }))}
          onChange={(to: Message["to"]) => onChange({ ...value, to })}
        />
      )}
      {template && value.to === "address" && (
        <Select className={styles.wide ?? ""} aria-label={t("action.path")} placeholder={t("action.path")} value={value.path || null} options={addresses} onChange={(path: string) => onChange({ ...value, path })} />
      )}
      {template && value.to === "role" && (
        <>
          <RoleSelect label={t("action.role")} value={value.role} onChange={(role) => onChange({ ...value, role })} />
          <RolesSelect label={t("action.otherwise")} value={value.otherwise} onChange={(otherwise) => onChange({ ...value, otherwise })} />
        </>
      )}
    </>
  );
}
