import { CheckOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";
import { useMe } from "@/features/session/useMe";
import { Result } from "./Result";
import { taskOf } from "./task";
import type { Task } from "./task";
import { useWorkTexts } from "./texts";
import { useTaskActions } from "./useTaskActions";

/** On a task's own page: its end, and its beginning again. */
export function TaskButtons({ store, entity, record, writable }: { store: string; entity: Entity; record: Row; writable: boolean }) {
  const t = useWorkTexts();
  const me = useMe().person.id;
  const actions = useTaskActions(store);
  const [ending, setEnding] = useState<Task | null>(null);
  const task = taskOf(record, entity);
  if (!writable && task.maker !== me) return null;
  if (task.status !== "open") {
    return (
      <Button loading={actions.busy} onClick={() => actions.reopen(task.id, true)}>
        {t("reopen")}
      </Button>
    );
  }
  return (
    <>
      <Button type="primary" icon={<CheckOutlined />} loading={actions.busy} onClick={() => setEnding(task)}>
        {t("form.done")}
      </Button>
      <Result task={ending} actions={actions} onClose={() => setEnding(null)} />
    </>
  );
}
