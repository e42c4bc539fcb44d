import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input, InputNumber, Select } from "antd";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import type { Action, GiveTask } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";

const units = ["minutes", "hours", "workdays", "days"] as const;
const priorities = ["high", "normal", "low"] as const;

/** What somebody is given to do: what, by whom, by when. */
export function TaskOf({ store, value, onChange }: { store: string; value: GiveTask; onChange: (action: Action) => void }) {
  const t = useRuleTexts();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const put = (part: Partial<GiveTask>) => onChange({ ...value, ...part });
  return (
    <>
      <Input aria-label={t("task.what")} placeholder={t("task.example")} maxLength={200} value={value.what} onChange={({ target }) => put({ what: target.value })} />
      <Checkbox checked={value.to_owner} onChange={({ target }) => put({ to_owner: target.checked })}>
        {t("task.toOwner")}
      </Checkbox>
      <Select
        allowClear
        className={styles.wide ?? ""}
        aria-label={t(value.to_owner ? "task.else" : "task.to")}
        placeholder={t(value.to_owner ? "task.else" : "task.to")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.to}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(to: string | undefined) => put({ to: to ?? null })}
      />
      <div className={styles.row}>
        <InputNumber aria-label={t("task.within")} min={0} max={10_000} precision={0} value={value.within} onChange={(within) => put({ within: within ?? 0 })} />
        <Select aria-label={t("task.unit")} value={value.unit} options={units.map((unit) => ({ value: unit, label: t(`task.units.${unit}`) }))} onChange={(unit) => put({ unit })} />
        <Select aria-label={t("task.priority")} value={value.priority} options={priorities.map((one) => ({ value: one, label: t(`task.priorities.${one}`) }))} onChange={(priority) => put({ priority })} />
      </div>
      <span className={styles.soft}>{t(value.within > 0 ? "task.due" : "task.noDue")}</span>
    </>
  );
}
