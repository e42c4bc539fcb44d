import { Button, Checkbox, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action, TokenDraft } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { useRoleName } from "@/features/roles/useRoleName";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import type { TokenPlace } from "./MakeToken";
import { useTokensTexts } from "./texts";
import styles from "./tokens.module.css";

const actions: Action[] = ["create", "delete", "bulk", "assign", "export", "export_personal", "reveal", "comment"];
const writing = new Set<Action>(["create", "delete", "bulk", "assign"]);
const lasts = [7, 30, 90, 180, 366];

type Props = {
  places: TokenPlace[];
  store: string | null;
  onStore: (slug: string) => void;
  roles: string[];
  kinds: Entity[];
  busy: boolean;
  error: unknown;
  onSubmit: (draft: TokenDraft) => void;
};

export function TokenForm({ places, store, onStore, roles, kinds, busy, error, onSubmit }: Props) {
  const t = useTokensTexts();
  const { i18n } = useTranslation();
  const roleName = useRoleName();
  const [storeId, roleId, kindsId, levelId, daysId] = [useId(), useId(), useId(), useId(), useId()];
  const [role, setRole] = useState<string | null>(null);
  const [names, setNames] = useState<string[]>([]);
  const [level, setLevel] = useState<"read" | "write">("read");
  const [also, setAlso] = useState<Action[]>([]);
  const [days, setDays] = useState(90);
  const ready = store !== null && (roles.length === 0 || role !== null);
  const offered = actions.filter((one) => level === "write" || !writing.has(one));
  const { form, field } = useFields({
    initial: { name: "" },
    rules: { name: (text) => (text.trim() ? null : t("nameMissing")) },
    onSubmit: ({ name }) => {
      if (!ready) return;
      const entities = Object.fromEntries((names.length > 0 ? names : ["*"]).map((one) => [one, level]));
      onSubmit({
        name: name.trim(),
        days,
        role: role ?? "",
        scope: { entities, actions: also.filter((one) => offered.includes(one)), permissions: [] },
      });
    },
  });
  return (
    <Fields form={form}>
      <TextField {...field("name")} label={t("name")} hint={t("nameHint")} maxLength={60} autoComplete="off" />
      {places.length > 1 && (
        <div className={styles.field}>
          <label htmlFor={storeId}>{t("inStore")}</label>
          <Select
            id={storeId}
            showSearch={{ optionFilterProp: "label" }}
            value={store}
            placeholder={t("chooseStore")}
            options={places.map((one) => ({ value: one.slug, label: one.name }))}
            onChange={onStore}
          />
        </div>
      )}
      {roles.length > 0 && (
        <div className={styles.field}>
          <label htmlFor={roleId}>{t("role")}</label>
          <Select
            id={roleId}
            showSearch={{ optionFilterProp: "label" }}
            value={role}
            placeholder={t("role")}
            options={roles.map((key) => ({ value: key, label: roleName(key) }))}
            onChange={setRole}
          />
          <span className={styles.soft}>{t("roleHint")}</span>
        </div>
      )}
      <div className={styles.field}>
        <label htmlFor={kindsId}>{t("scope")}</label>
        <Select
          id={kindsId}
          mode="multiple"
          value={names}
          placeholder={t("everything")}
          disabled={store === null}
          showSearch={{ optionFilterProp: "label" }}
          options={kinds.map((kind) => ({ value: kind.name, label: labelIn(kind.label_plural, i18n.language) }))}
          onChange={setNames}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={levelId}>{t("level")}</label>
        <Select<"read" | "write">
          id={levelId}
          value={level}
          options={[
            { value: "read", label: t("read") },
            { value: "write", label: t("write") },
          ]}
          onChange={setLevel}
        />
      </div>
      <fieldset className={styles.field}>
        <legend>{t("actions")}</legend>
        <Checkbox.Group<Action>
          className={styles.checks ?? ""}
          value={also.filter((one) => offered.includes(one))}
          options={offered.map((one) => ({ value: one, label: t(`action.${one}`) }))}
          onChange={setAlso}
        />
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={daysId}>{t("days")}</label>
        <Select
          id={daysId}
          value={days}
          options={lasts.map((count) => ({ value: count, label: t("dayCount", { count }) }))}
          onChange={setDays}
        />
      </div>
      {Boolean(error) && <FormError error={error} />}
      <Button type="primary" htmlType="submit" block disabled={!ready} loading={busy}>
        {t("submit")}
      </Button>
    </Fields>
  );
}
