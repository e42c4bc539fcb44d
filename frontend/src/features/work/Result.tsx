import { Button, Input } from "antd";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import type { Task } from "./task";
import { useWorkTexts } from "./texts";
import type { TaskActions } from "./useTaskActions";
import styles from "./work.module.css";

type Props = { task: Pick<Task, "id" | "what" | "result"> | null; actions: TaskActions; onClose: () => void };

/** End a task with what came of it. */
export function Result({ task, actions, onClose }: Props) {
  const t = useWorkTexts();
  return (
    <Sheet open={task !== null} title={t("withResult")} onClose={onClose}>
      {task && <Form key={task.id} task={task} actions={actions} onClose={onClose} />}
    </Sheet>
  );
}

function Form({ task, actions, onClose }: Props & { task: NonNullable<Props["task"]> }) {
  const t = useWorkTexts();
  const tCommon = useCommonTexts();
  const [result, setResult] = useState(task.result);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        actions.finish(task, result, onClose);
      }}
    >
      <p>{task.what}</p>
      <label className={styles.field}>
        {t("form.result")}
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={10_000}
          placeholder={t("form.resultExample")}
          value={result}
          onChange={(event) => setResult(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={actions.busy}>
          {t("form.done")}
        </Button>
      </div>
    </form>
  );
}
