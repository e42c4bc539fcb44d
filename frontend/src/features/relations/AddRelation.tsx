import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { FieldInput } from "@/features/fields/FieldInput";
import { outgoing } from "@/features/fields/outgoing";
import type { Entity } from "@/features/records/api/entities";
import { createOne, readAnew } from "@/features/records/api/save";
import { labelIn } from "@/i18n/labelIn";
import styles from "./relations.module.css";
import { useRelationTexts } from "./texts";

type Props = { store: string; relation: Entity; customer: { id: string; title: string }; open: boolean; onClose: () => void };

/** A tap for what they are, one for who: more is not asked. */
export function AddRelation({ open, onClose, ...props }: Props) {
  const t = useRelationTexts();
  return (
    <Sheet open={open} title={t("add")} onClose={onClose}>
      <Form {...props} onClose={onClose} />
    </Sheet>
  );
}

function Form({ store, relation, customer, onClose }: Omit<Props, "open">) {
  const t = useRelationTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [kind, setKind] = useState("");
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [sent, setSent] = useState(false);
  const asked = relation.fields.filter(({ name, right }) => (name === "other" || name === "note") && right === "write");
  const kinds = relation.fields.find(({ name }) => name === "kind")?.choices.filter(({ retired }) => !retired) ?? [];
  const saving = useMutation({
    mutationFn: () =>
      createOne(store, "relation", { customer: customer.id, kind, ...Object.fromEntries(asked.map((field) => [field.name, outgoing(values[field.name], field)])) }),
    onSuccess: () => {
      void readAnew(client, store);
      void message.success(t("saved"));
      onClose();
    },
  });
  const lacks = !kind || !values["other"];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (!lacks) saving.mutate();
      }}
    >
      <div>
        <p className={styles.of}>{t("of", { name: customer.title })}</p>
        <div className={styles.kinds} role="radiogroup" aria-label={t("of", { name: customer.title })}>
          {kinds.map((one) => (
            <Button key={one.value} size="small" role="radio" aria-checked={kind === one.value} type={kind === one.value ? "primary" : "default"} onClick={() => setKind(one.value)}>
              {labelIn(one.label, i18n.language)}
            </Button>
          ))}
        </div>
      </div>
      {asked.map((field) => (
        <FieldInput key={field.name} store={store} field={field.name === "other" ? { ...field, label: { zh: t("who"), en: t("who") } } : field} value={values[field.name]} sent={sent} onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />
      ))}
      {sent && lacks && <p role="alert">{t("missing")}</p>}
      <FormError error={saving.error} />
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
