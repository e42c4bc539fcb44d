import { DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import { useErrorNotice } from "@/components/errorNotice";
import type { Entity } from "@/features/records/api/entities";
import { storeHomeQuery } from "@/features/store/api/home";
import { labelIn } from "@/i18n/labelIn";
import { addRule, groupsQuery, look, removeRule, rulesQuery, switchRule } from "./api";
import styles from "./duplicates.module.css";
import { useDuplicatesTexts } from "./texts";

const comparable = new Set(["text", "email", "url", "barcode", "plate", "vin", "tax_no", "phone", "id_card", "auto_number"]);

/** By what records are likely one; whoever designs the store switches rules and adds some. */
export function RulesPanel({ store, entity }: { store: string; entity: Entity }) {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const showError = useErrorNotice();
  const [fields, setFields] = useState<string[]>([]);
  const [alike, setAlike] = useState("");
  const rules = useQuery(rulesQuery(store, entity.name)).data ?? [];
  const designs = useQuery(storeHomeQuery(store)).data?.permissions.includes("catalogue.design") ?? false;
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => {
      setFields([]);
      setAlike("");
      void client.invalidateQueries({ queryKey: rulesQuery(store, entity.name).queryKey });
      // Of a rule that was added or switched on nothing was found yet.
      void look(store, entity.name)
        .catch(() => undefined)
        .then(() => client.invalidateQueries({ queryKey: groupsQuery(store, entity.name).queryKey }));
    },
    onError: showError,
  });
  const texts = fields.filter((name) => entity.fields.some((field) => field.name === name && field.type === "text"));
  const label = (name: string) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? labelIn(field.label, i18n.language) : name;
  };
  const wordsOf = (rule: (typeof rules)[number]) =>
    rule.fields.map((name) => (name === rule.alike ? t("alike", { field: label(name) }) : label(name))).join(" + ");
  return (
    <Panel title={t("rules")} flush>
      {rules.map((rule) => (
        <div key={rule.id ?? rule.key} className={styles.line}>
          <span className={styles.rule}>{wordsOf(rule)}</span>
          {rule.key ? (
            <Switch
              aria-label={wordsOf(rule)}
              checked={rule.enabled}
              disabled={!designs}
              onChange={(enabled) => change.mutate(() => switchRule(store, entity.name, rule.key, enabled))}
            />
          ) : (
            designs && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("remove")}
                title={t("remove")}
                onClick={() => change.mutate(() => removeRule(store, entity.name, rule.id ?? ""))}
              />
            )
          )}
        </div>
      ))}
      {designs && (
        <div className={styles.foot}>
          <Select
            mode="multiple"
            maxCount={4}
            className={styles.pick ?? ""}
            value={fields}
            placeholder={t("addRuleHint")}
            aria-label={t("addRuleHint")}
            optionFilterProp="label"
            options={entity.fields.filter((field) => comparable.has(field.type)).map((field) => ({ value: field.name, label: label(field.name) }))}
            onChange={(names) => {
              setFields(names);
              if (!names.includes(alike)) setAlike("");
            }}
          />
          {texts.length > 0 && (
            <Select
              className={styles.pick ?? ""}
              value={alike}
              aria-label={t("alikeHint")}
              options={[{ value: "", label: t("alikeNone") }, ...texts.map((one) => ({ value: one, label: t("alikeOne", { field: label(one) }) }))]}
              onChange={setAlike}
            />
          )}
          <Button disabled={fields.length === 0} loading={change.isPending} onClick={() => change.mutate(() => addRule(store, entity.name, fields, alike))}>
            {t("addRule")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
