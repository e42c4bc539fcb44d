import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { canBeWritten } from "@/features/fields/FieldInput";
import { labelIn } from "@/i18n/labelIn";
import type { Action, GiveTask } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import type { PartProps } from "./Part";

const units = ["minutes", "hours", "workdays", "days"] as const;
const priorities = ["high", "normal", "low"] as const;

type Props = Pick<PartProps, "store" | "told"> & { value: GiveTask; onChange: (action: Action) => void };

/** What somebody is given to do: what, by whom, by when. */
export function TaskOf({ store, told, value, onChange }: Props) {
  const t = useRuleTexts();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const { i18n } = useTranslation();
  const moments = told.entity.fields.filter((field) => field.type === "datetime" && canBeWritten(field));
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
        <InputNumber aria-label={t("task.within")} min={0} max={10_000} precision={0} value={value.within} onChange={(within) => put(within ? { within } : { within: 0, into: "" })} />
        <Select aria-label={t("task.unit")} value={value.unit} options={units.map((unit) => ({ value: unit, label: t(`task.units.${unit}`) }))} onChange={(unit) => put({ unit })} />
        <Select aria-label={t("task.priority")} value={value.priority} options={priorities.map((one) => ({ value: one, label: t(`task.priorities.${one}`) }))} onChange={(priority) => put({ priority })} />
      </div>
      {value.within > 0 && moments.length > 0 && (
        <Select
          allowClear
          className={styles.wide ?? ""}
          aria-label={t("task.into")}
          placeholder={t("task.into")}
          value={value.into || null}
          options={moments.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
          onChange={(into: string | undefined) => put({ into: into ?? "" })}
        />
      )}
      <span className={styles.soft}>{t(value.within > 0 ? "task.due" : "task.noDue")}</span>
    </>
  );
}
