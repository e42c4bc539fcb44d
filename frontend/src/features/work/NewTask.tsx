import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { makeTask } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { FieldInput, canBeWritten } from "@/features/fields/FieldInput";
import type { Entity } from "@/features/records/api/entities";
import { readAnew } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import { instantOf, quickMoments } from "./moments";
import { useWorkTexts } from "./texts";
import styles from "./work.module.css";

type Props = { store: string; entity: Entity; me: string; onClose: () => void };

/** A task for oneself or a colleague: what, by whom, by when; the rest can be filled in on its page. */
export function NewTask({ open, ...props }: Props & { open: boolean }) {
  const t = useWorkTexts();
  return (
    <Sheet open={open} title={t("new")} onClose={props.onClose}>
      {open && <Form {...props} />}
    </Sheet>
  );
}

function Form({ store, entity, me, onClose }: Props) {
  const t = useWorkTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [what, setWhat] = useState("");
  const [owner, setOwner] = useState(me);
  const [due, setDue] = useState<string | null>(null);
  const [priority, setPriority] = useState("normal");
  const [about, setAbout] = useState<unknown>(null);
  const [moments] = useState(() => quickMoments(new Date()));
  const dueField = entity.fields.find(({ name }) => name === "due_at");
  const customer = entity.fields.find((field) => field.name === "customer" && canBeWritten(field));
  const making = useMutation({
    mutationFn: () =>
      makeTask({
        headers: inStore(store),
        body: { what: what.trim(), due_at: due ? instantOf(due) : null, priority, owner, values: customer && about ? { customer: linked(about) } : {} },
      }),
    onSuccess: () => {
      void readAnew(client, store);
      onClose();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() && !making.isPending) making.mutate();
      }}
    >
      <label className={styles.field}>
        {t("form.what")}
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} placeholder={t("form.whatExample")} value={what} onChange={(event) => setWhat(event.target.value)} />
      </label>
      <label className={styles.field}>
        {t("form.who")}
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("form.who")}
          value={owner}
          options={[{ value: me, label: t("form.me") }, ...people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setOwner}
        />
      </label>
      {dueField && (
        <div>
          <FieldInput field={dueField} store={store} value={due} onChange={(value) => setDue(typeof value === "string" ? value : null)} />
          <div className={styles.quick}>
            {moments.map(({ key, at }) => (
              <Button key={key} size="small" onClick={() => setDue(at)}>
                {t(key)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className={styles.field}>
        <span id="task-priority">{t("form.priority")}</span>
        <Segmented
          aria-labelledby="task-priority"
          value={priority}
          options={[
            { value: "high", label: t("high") },
            { value: "normal", label: t("form.normal") },
            { value: "low", label: t("low") },
          ]}
          onChange={setPriority}
        />
      </div>
      {customer && <FieldInput field={customer} store={store} value={about} onChange={setAbout} />}
      <FormError error={making.error} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" htmlType="submit" disabled={!what.trim()} loading={making.isPending}>
          {t("form.save")}
        </Button>
      </div>
    </form>
  );
}

function linked(value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : value;
}
