import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { createRecord } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { FieldInput, canBeWritten } from "@/features/fields/FieldInput";
import type { Entity } from "@/features/records/api/entities";
import { readAnew } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import styles from "./day.module.css";
import { useDayTexts } from "./texts";

type Props = { store: string; lead: Entity; onClose: () => void };

/** Who came in, by name and phone; the rest is filled in later. */
export function QuickLead({ open, ...props }: Props & { open: boolean }) {
  const t = useDayTexts();
  return (
    <Sheet open={open} title={t("lead.title")} onClose={props.onClose}>
      {open && <Form {...props} />}
    </Sheet>
  );
}

const asked = ["contact_name", "phone", "series", "channel"];

function Form({ store, lead, onClose }: Props) {
  const t = useDayTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [values, setValues] = useState<Record<string, unknown>>({ channel: "walk_in" });
  const fields = asked.flatMap((name) => lead.fields.filter((field) => field.name === name && canBeWritten(field)));
  const saving = useMutation({
    mutationFn: () => createRecord({ headers: inStore(store), path: { entity: "lead" }, body: { values } }),
    onSuccess: () => {
      void readAnew(client, store);
      void message.success(t("lead.saved"));
      onClose();
    },
  });
  const named = typeof values.contact_name === "string" && values.contact_name.trim() !== "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (named && !saving.isPending) saving.mutate();
      }}
    >
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} store={store} value={values[field.name] ?? null} onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
      ))}
      <FormError error={saving.error} />
      <Button type="primary" htmlType="submit" disabled={!named} loading={saving.isPending}>
        {t("lead.save")}
      </Button>
    </form>
  );
}
