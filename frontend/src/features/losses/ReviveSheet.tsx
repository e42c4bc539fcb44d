import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { readAnew } from "@/features/records/api/save";
import { openAgain } from "./api";
import type { Known } from "./named";
import styles from "./losses.module.css";
import { useLossTexts } from "./texts";

type Props = { store: string; way: "reopen" | "revive" | null; ids: string[]; people: Known[]; onClose: () => void; onDone: () => void };

/** Chosen leads are opened again: for somebody, or for whoever picks them from the pool. All of them or none. */
export function ReviveSheet({ way, ...rest }: Props) {
  const t = useLossTexts();
  return (
    <Sheet open={way !== null} title={t(way === "revive" ? "release" : "revive")} onClose={rest.onClose}>
      {way && <Form key={way} way={way} {...rest} />}
    </Sheet>
  );
}

function Form({ store, way, ids, people, onDone }: Omit<Props, "way"> & { way: "reopen" | "revive" }) {
  const t = useLossTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState(() => t("reasonUsual"));
  const opening = useMutation({
    mutationFn: () => openAgain(store, ids, way, way === "revive" ? { release_reason: reason.trim() } : to ? { owner: to } : {}),
    onSuccess: (count) => {
      void readAnew(client, store);
      void message.success(t("revived", { count }));
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate();
      }}
    >
      <p>{t("chosen", { count: ids.length })}</p>
      {way === "reopen" ? (
        <Select
          aria-label={t("to")}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("keep")}
          value={to}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(person?: string | null) => setTo(person ?? null)}
        />
      ) : (
        <Input aria-label={t("reason")} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
      )}
      <FormError error={opening.error} />
      <Button type="primary" htmlType="submit" disabled={way === "revive" && reason.trim() === ""} loading={opening.isPending}>
        {t(way === "revive" ? "release" : "revive")}
      </Button>
    </form>
  );
}
