import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createRule } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import type { Entity } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { rulesKey } from "./api";
import styles from "./rules.module.css";
import { useRuleTexts } from "./texts";

type Props = { store: string; entities: Entity[]; open: boolean; onClose: () => void };

/** Of which records the rule is, and what it is called. */
export function NewRule({ store, entities, open, onClose }: Props) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [entity, setEntity] = useState(entities[0]?.name ?? "");
  const [name, setName] = useState("");
  const making = useMutation({
    mutationFn: () => createRule({ body: { entity, name: name.trim() }, headers: inStore(store) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: rulesKey(store), refetchType: "none" });
      await navigate({ to: "/s/$store/design/rules/$rule", params: { store, rule: id } });
    },
  });
  return (
    <Sheet open={open} title={t("new.open")} onClose={onClose}>
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
        <label className={styles.named}>
          {t("name")}
          <Input value={name} maxLength={60} placeholder={t("new.example")} onChange={({ target }) => setName(target.value)} />
        </label>
        <FormError error={making.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={making.isPending}>
            {t("new.confirm")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
