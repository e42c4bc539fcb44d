import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { handOver } from "@/api/sdk.gen";
import type { OwnedOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import styles from "./handover.module.css";
import { OwnedKind } from "./OwnedKind";
import type { Choice } from "./OwnedKind";
import { useHandoverTexts } from "./texts";

type Props = {
  store: string;
  person: string;
  owned: OwnedOut[];
  people: { value: string; label: string }[];
  labelOf: (entity: string) => string;
};

const usual: Choice = { on: true, which: "all", to: [] };

/** Who gets what, and why; done at one go. */
export function HandOverForm({ store, person, owned, people, labelOf }: Props) {
  const t = useHandoverTexts();
  const id = useId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [to, setTo] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [missed, setMissed] = useState(false);
  const chosen = owned.map((one) => ({ ...one, choice: choices[one.entity] ?? usual })).filter(({ choice }) => choice.on);
  const parts = chosen.map(({ entity, choice }) => ({ entity, which: choice.which, to: choice.to.length > 0 ? choice.to : to }));
  const number = chosen.reduce((sum, { total, open, choice }) => sum + (choice.which === "open" ? (open ?? total) : total), 0);
  const ready = reason.trim() !== "" && parts.length > 0 && parts.every((part) => part.to.length > 0);
  const giving = useMutation({
    mutationFn: () => handOver({ headers: inStore(store), body: { person, reason: reason.trim(), parts } }),
    onSuccess: async (done) => {
      void message.success(t("done", { number: formatCount(done.records) }));
      setChoices({});
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setMissed(!ready);
        if (ready) giving.mutate();
      }}
    >
      <div className={styles.field}>
        <label htmlFor={`${id}to`}>{t("to")}</label>
        <Select
          id={`${id}to`}
          mode="multiple"
          placeholder={t("toHint")}
          value={to}
          options={people}
          optionFilterProp="label"
          onChange={setTo}
        />
        <p className="cz-soft cz-small">{t("share")}</p>
      </div>
      <ul className={styles.kinds}>
        {owned.map((one) => (
          <OwnedKind
            key={one.entity}
            owned={one}
            label={labelOf(one.entity)}
            choice={choices[one.entity] ?? usual}
            people={people}
            onChange={(choice) => setChoices((before) => ({ ...before, [one.entity]: choice }))}
          />
        ))}
      </ul>
      <div className={styles.field}>
        <label htmlFor={`${id}why`}>{t("reason")}</label>
        <Input
          id={`${id}why`}
          maxLength={200}
          placeholder={t("reasonHint")}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {missed && !ready && <p role="alert">{t("missing")}</p>}
      <FormError error={giving.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={giving.isPending} disabled={number === 0}>
          {t("confirm", { number: formatCount(number) })}
        </Button>
      </div>
    </form>
  );
}
