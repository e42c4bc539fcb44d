import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeLeadPool } from "@/api/sdk.gen";
import type { PoolOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import type { Entity } from "@/features/records/api/entities";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { poolQuery } from "./api";
import { usePoolTexts } from "./texts";
import styles from "./pool.module.css";

type Props = { store: string; entity: Entity; told: PoolOut; onClose: () => void };

/** How many somebody picks a day, how soon again, and what goes to the pool by itself. */
export function PoolRules({ open, ...rest }: Props & { open: boolean }) {
  const t = usePoolTexts();
  return (
    <Sheet open={open} title={t("rules")} onClose={rest.onClose}>
      <Form key={rest.told.version} {...rest} />
    </Sheet>
  );
}

function Form({ store, entity, told, onClose }: Props) {
  const t = usePoolTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState({ daily_cap: told.daily_cap, cool_down_days: told.cool_down_days, arriving: told.arriving ?? [] });
  const choices = entity.fields.find(({ name }) => name === "channel")?.choices ?? [];
  const saving = useMutation({
    mutationFn: () => changeLeadPool({ headers: inStore(store), body: { ...draft, version: told.version } }),
    onSuccess: (answer) => {
      client.setQueryData(poolQuery(store).queryKey, answer);
      void message.success(t("saved"));
      onClose();
    },
  });
  return (
    <form
      className={styles.rules}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <label>
        {t("cap")}
        <InputNumber min={1} max={500} precision={0} suffix={t("pieces")} value={draft.daily_cap} onChange={(value) => setDraft({ ...draft, daily_cap: value ?? told.daily_cap })} />
      </label>
      <label>
        {t("coolDown")}
        <InputNumber min={0} max={365} precision={0} suffix={t("days")} value={draft.cool_down_days} onChange={(value) => setDraft({ ...draft, cool_down_days: value ?? told.cool_down_days })} />
      </label>
      <fieldset>
        <legend>{t("arriving")}</legend>
        <p className="cz-soft">{t("arrivingNote")}</p>
        <Checkbox.Group
          value={draft.arriving}
          options={choices.map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }))}
          onChange={(arriving) => setDraft({ ...draft, arriving: arriving as typeof draft.arriving })}
        />
      </fieldset>
      <FormError error={saving.error} />
      {isApiError(saving.error, "pool_changed") && <Button onClick={() => void client.invalidateQueries(poolQuery(store))}>{t("again")}</Button>}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
