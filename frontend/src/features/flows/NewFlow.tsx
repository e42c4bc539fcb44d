import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createFlow } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import type { Entity } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { flowsKey, templatesQuery } from "./api";
import type { Head } from "./api";
import styles from "./flows.module.css";
import { useFlowTexts } from "./texts";

type Props = { store: string; entities: Entity[]; taken: Head[]; onClose: () => void };

/** Of which records the flow is, what it begins with, and what it is called. */
export function NewFlow({ store, entities, taken, onClose }: Props) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const templates = useQuery(templatesQuery(store)).data ?? [];
  const [entity, setEntity] = useState(entities[0]?.name ?? "");
  const [template, setTemplate] = useState("blank");
  const [given, setGiven] = useState<string | null>(null);
  const chosen = templates.find(({ key }) => key === template);
  const kind = entities.find((one) => one.name === entity);
  const offered = chosen && kind ? t("new.named", { kind: labelIn(kind.label, i18n.language), template: labelIn(chosen.label, i18n.language) }) : "";
  const name = given ?? freeName(template === "blank" ? "" : offered, taken, entity);
  const making = useMutation({
    mutationFn: () => createFlow({ body: { entity, name: name.trim(), template }, headers: inStore(store) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: flowsKey(store), refetchType: "none" });
      await navigate({ to: "/s/$store/design/flows/$flow", params: { store, flow: id } });
    },
  });
  return (
    <Sheet open title={t("new.open")} width={560} onClose={onClose}>
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <label className={styles.named}>
          {t("new.of")}
          <Select
            aria-label={t("new.of")}
            value={entity}
            options={entities.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) }))}
            onChange={setEntity}
          />
        </label>
        <div className={styles.named} role="group" aria-label={t("new.from")}>
          {t("new.from")}
          <Radio.Group className={styles.templates ?? ""} value={template} onChange={({ target }) => setTemplate(target.value as string)}>
            {templates.map(({ key, label, text }) => (
              <Radio key={key} value={key}>
                <b>{labelIn(label, i18n.language)}</b> <span className={styles.soft}>{labelIn(text, i18n.language)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </div>
        <label className={styles.named}>
          {t("name")}
          <Input value={name} maxLength={60} placeholder={t("new.example")} onChange={({ target }) => setGiven(target.value)} />
        </label>
        <FormError error={making.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={making.isPending}>
            {t("new.confirm")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** Two flows of a kind of record are not called alike. */
function freeName(wanted: string, taken: Head[], entity: string): string {
  const names = new Set(taken.filter((one) => one.entity === entity).map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}
