import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeRetentionRule, createRetentionRule } from "@/api/sdk.gen";
import type { RetentionRuleIn, RetentionRuleOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import type { Entity } from "@/features/records/api/entities";
import { sentenceOf } from "@/features/records/filterSentence";
import { useOffered } from "@/features/records/useOffered";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { retentionKey } from "./api";
import styles from "./retention.module.css";
import { useRetentionTexts } from "./texts";
import { conditionOf, useRuleSentence } from "./useRuleSentence";

const FilterSheet = lazy(() => import("@/features/records/builder/FilterSheet"));
type Draft = Required<RetentionRuleIn>;
type Props = { store: string; kinds: Entity[]; rule: RetentionRuleOut | null; onClose: () => void };

function draftOf(rule: RetentionRuleOut | null, kinds: Entity[]): Draft {
  if (rule) {
    const { name, entity, filter, field, months, does, per_night, version } = rule;
    return { name, entity, filter, field, months, does, per_night, version };
  }
  const kind = kinds.find(({ person }) => person) ?? kinds[0];
  return { name: "", entity: kind?.name ?? "", filter: "", field: "", months: 36, does: kind?.person ? "erase" : "bin", per_night: 500, version: 0 };
}

/** Which records, how old, and what becomes of them. Saving changes nothing yet: it is switched on by itself. */
export function RuleSheet({ store, kinds, rule, onClose }: Props) {
  const t = useRetentionTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(rule, kinds));
  const [conditions, setConditions] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const kind = kinds.find(({ name }) => name === draft.entity);
  const condition = conditionOf(draft.filter);
  const { offered, sentence } = useOffered(store, draft.entity, condition ?? undefined);
  const told = useRuleSentence(store, draft, kinds);
  const dates = kind?.fields.filter(({ type, right }) => (type === "date" || type === "datetime") && right !== "masked") ?? [];
  const saving = useMutation({
    mutationFn: () => {
      const ask = { headers: inStore(store), body: { ...draft, name: draft.name.trim() } };
      return rule ? changeRetentionRule({ ...ask, path: { retention_rule_id: rule.id } }) : createRetentionRule(ask);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: retentionKey(store) });
      onClose();
    },
  });
  const choose = (entity: string) => {
    const chosen = kinds.find(({ name }) => name === entity);
    change({ entity, field: "", filter: "", does: chosen?.person ? draft.does : "bin" });
  };
  return (
    <Sheet open title={t(rule ? "rules.edit" : "rules.add")} width={560} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <label className={styles.field}>
          {t("form.name")}
          <Input value={draft.name} maxLength={60} placeholder={t("form.example")} onChange={({ target }) => change({ name: target.value })} />
        </label>
        <label className={styles.field}>
          {t("form.kind")}
          <Select
            aria-label={t("form.kind")}
            disabled={rule !== null}
            value={draft.entity}
            options={kinds.map(({ name, label_plural }) => ({ value: name, label: labelIn(label_plural, i18n.language) }))}
            onChange={choose}
          />
        </label>
        <label className={styles.field}>
          {t("form.since")}
          <Select
            aria-label={t("form.since")}
            value={draft.field}
            options={[
              { value: "", label: t("form.changed") },
              ...dates.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) })),
            ]}
            onChange={(field) => change({ field })}
          />
        </label>
        <label className={styles.field}>
          {t("form.months")}
          <InputNumber min={1} max={240} precision={0} value={draft.months} onChange={(months) => change({ months: months ?? 36 })} />
        </label>
        <div className={styles.field}>
          {t("form.where")}
          <span className={styles.choice}>
            <span>{condition ? sentenceOf(condition, sentence) : t("form.all")}</span>
            <Button onClick={() => setConditions(true)}>{t("form.conditions")}</Button>
          </span>
        </div>
        <label className={styles.field}>
          {t("form.does")}
          <Select<Draft["does"]>
            aria-label={t("form.does")}
            value={draft.does}
            options={(["erase", "bin"] as const)
              .filter((does) => does === "bin" || kind?.person)
              .map((does) => ({ value: does, label: t(`form.do.${does}`) }))}
            onChange={(does) => change({ does })}
          />
        </label>
        <label className={styles.field}>
          {t("form.perNight")}
          <InputNumber min={1} max={2000} precision={0} value={draft.per_night} onChange={(per_night) => change({ per_night: per_night ?? 500 })} />
        </label>
        <p>{told}</p>
        <p className="cz-soft">{t(rule?.state === "on" ? "form.offThen" : "form.offFirst")}</p>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button type="primary" htmlType="submit" disabled={!draft.name.trim()} loading={saving.isPending}>
            {t("form.save")}
          </Button>
        </div>
      </form>
      {conditions && (
        <Suspense fallback={null}>
          <FilterSheet
            title={t("form.where")}
            offered={offered}
            sentence={sentence}
            filter={condition ?? undefined}
            onApply={(group) => {
              setConditions(false);
              change({ filter: group ? JSON.stringify(group) : "" });
            }}
            onClose={() => setConditions(false)}
          />
        </Suspense>
      )}
    </Sheet>
  );
}
