import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createPrintTemplate } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import type { Entity } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { freeName } from "./freeName";
import styles from "./list.module.css";
import { usePrintTexts } from "./texts";

const starts = ["sheet", "card", "receipt", "label", "blank"] as const;
type Start = (typeof starts)[number];
type Props = { store: string; entity: Entity; taken: string[]; open: boolean; onClose: () => void };

/** What to begin with, and what it is called. */
export function NewTemplate({ store, entity, taken, open, onClose }: Props) {
  const t = usePrintTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const [start, setStart] = useState<Start>("sheet");
  const [typed, setTyped] = useState<string | null>(null);
  const label = labelIn(entity.label, i18n.language);
  const name = typed ?? freeName(t(`new.name.${start}`, { entity: label }), taken);
  const making = useMutation({
    mutationFn: () => createPrintTemplate({ body: { entity: entity.name, name: name.trim(), start }, headers: inStore(store) }),
    onSuccess: ({ id }) => navigate({ to: "/s/$store/design/print/$entity/$template", params: { store, entity: entity.name, template: id } }),
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
        <Radio.Group className={styles.starts ?? ""} aria-label={t("new.start")} value={start} onChange={({ target }) => setStart(target.value as Start)}>
          {starts.map((one) => (
            <Radio key={one} value={one}>
              <b>{t(`new.starts.${one}`)}</b> <span className={styles.soft}>{t(`new.about.${one}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
        <label className={styles.named}>
          {t("name")}
          <Input value={name} maxLength={60} onChange={({ target }) => setTyped(target.value)} />
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
