import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import type { Task } from "./task";
import { useWorkTexts } from "./texts";
import type { TaskActions } from "./useTaskActions";
import styles from "./work.module.css";

type Person = { id: string; name: string };
type Props = { task: Task | null; people: Person[]; actions: TaskActions; onClose: () => void };

/** Give a task to a colleague, with a word if one likes. */
export function HandOn({ task, people, actions, onClose }: Props) {
  const t = useWorkTexts();
  return (
    <Sheet open={task !== null} title={t("handOn")} onClose={onClose}>
      {task && <Form key={task.id} task={task} people={people} actions={actions} onClose={onClose} />}
    </Sheet>
  );
}

function Form({ task, people, actions, onClose }: Props & { task: Task }) {
  const t = useWorkTexts();
  const tCommon = useCommonTexts();
  const [to, setTo] = useState<string>();
  const [note, setNote] = useState("");
  const chosen = people.find(({ id }) => id === to);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) actions.handOn(task.id, chosen, note, onClose);
      }}
    >
      <p>{task.what}</p>
      <label className={styles.field}>
        {t("form.who")}
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("form.who")}
          value={to}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTo}
        />
      </label>
      <label className={styles.field}>
        {t("form.note")}
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" htmlType="submit" disabled={!chosen} loading={actions.busy}>
          {t("form.hand")}
        </Button>
      </div>
    </form>
  );
}
