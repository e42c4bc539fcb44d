import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { handOverFlowItems, handOverTasks } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { useErrorNotice } from "@/components/errorNotice";
import { Sheet } from "@/components/Sheet";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useUndoNotice } from "@/features/records/useUndoNotice";
import { inStore } from "@/http/inStore";
import type { Load } from "./api";
import styles from "./away.module.css";
import { useAwayTexts } from "./texts";

/** To whom, why, and how much it is; taken back for ten seconds. */
export function HandOverSheet({ store, load, onClose }: { store: string; load: Load; onClose: () => void }) {
  const t = useAwayTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const undoable = useUndoNotice();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [to, setTo] = useState<string>();
  const [text, setText] = useState("");
  const [items, setItems] = useState(load.items > 0);
  const [tasks, setTasks] = useState(load.tasks > 0);
  const headers = inStore(store);
  const again = () => client.invalidateQueries({ queryKey: ["store", store] });
  const { person } = load;
  const name = load.name ?? t("left");
  const saving = useMutation({
    mutationFn: async (receiver: string) => {
      const body = { person, to: receiver, text };
      // One after the other: what went over is known even if the second is refused.
      const flows = items ? (await handOverFlowItems({ body, headers })).items : [];
      const work = tasks ? (await handOverTasks({ body, headers })).tasks : [];
      return { flows, work, receiver };
    },
    onSettled: again,
    onSuccess: ({ flows, work, receiver }) => {
      onClose();
      undoable({
        key: `handed ${person}`,
        text: t("hand.done", { items: flows.length, tasks: work.length, name: people.find(({ id }) => id === receiver)?.name ?? "" }),
        onUndo: () => void back(flows, work, receiver),
      });
    },
  });
  async function back(flows: string[], work: string[], receiver: string): Promise<void> {
    const body = { person: receiver, to: person, text: t("hand.takenBack") };
    try {
      if (flows.length > 0) await handOverFlowItems({ body: { ...body, items: flows }, headers });
      if (work.length > 0) await handOverTasks({ body: { ...body, tasks: work }, headers });
    } catch (error) {
      refuse(error as Error);
    }
    await again();
  }
  return (
    <Sheet open title={t("hand.of", { name })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (to) saving.mutate(to);
        }}
      >
        {load.items > 0 && (
          <Checkbox checked={items} onChange={({ target }) => setItems(target.checked)}>
            {t("hand.items", { count: load.items })}
          </Checkbox>
        )}
        {load.tasks > 0 && (
          <Checkbox checked={tasks} onChange={({ target }) => setTasks(target.checked)}>
            {t("hand.tasks", { count: load.tasks })}
          </Checkbox>
        )}
        <div className={styles.field}>
          <span>{t("hand.to")}</span>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("hand.to")}
            value={to}
            options={people.filter(({ id }) => id !== person).map(({ id, name: label }) => ({ value: id, label }))}
            onChange={setTo}
          />
        </div>
        <div className={styles.field}>
          <span>{t("hand.why")}</span>
          <Input.TextArea aria-label={t("hand.why")} required autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        <p className={styles.soft}>{t("hand.text")}</p>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" disabled={!to || !text.trim() || (!items && !tasks)} loading={saving.isPending}>
            {t("hand.confirm", { count: (items ? load.items : 0) + (tasks ? load.tasks : 0) })}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
