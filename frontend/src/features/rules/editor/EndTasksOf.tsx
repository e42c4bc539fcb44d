import { Input, Segmented } from "antd";
import type { Action, Of } from "../definition";
import { useRuleTexts } from "../texts";

type Props = { value: Of<Action, "end_tasks">; onChange: (action: Action) => void };

/** Which open tasks of the record are ended, how, and what is put down of it. */
export function EndTasksOf({ value, onChange }: Props) {
  const t = useRuleTexts();
  return (
    <>
      <Input aria-label={t("endTasks.what")} placeholder={t("endTasks.all")} maxLength={200} value={value.what} onChange={({ target }) => onChange({ ...value, what: target.value })} />
      <Segmented
        aria-label={t("endTasks.how")}
        value={value.how}
        options={(["done", "cancelled"] as const).map((how) => ({ value: how, label: t(`endTasks.${how}`) }))}
        onChange={(how) => onChange({ ...value, how })}
      />
      <Input aria-label={t("endTasks.result")} placeholder={t("endTasks.result")} maxLength={200} value={value.result} onChange={({ target }) => onChange({ ...value, result: target.value })} />
    </>
  );
}
