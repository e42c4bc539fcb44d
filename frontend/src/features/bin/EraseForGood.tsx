import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { readAnew } from "@/features/records/api/save";
import { eraseForGood } from "./api";
import type { Recycled } from "./api";
import styles from "./bin.module.css";
import { useBinTexts } from "./texts";

const told = 5;

/** Says what goes, and asks for a word before it does. */
export function EraseForGood({ store, records, onClose, onDone }: { store: string; records: Recycled[]; onClose: () => void; onDone: () => void }) {
  const t = useBinTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState("");
  const erasing = useMutation({
    mutationFn: () => eraseForGood(store, records),
    onSuccess: () => {
      void message.success(t("erased", { count: records.length }));
      onDone();
    },
    onSettled: () => readAnew(client, store),
  });
  const names = records.slice(0, told).map(({ title }) => title ?? t("unnamed")).join(t("joinList"));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === t("word")) erasing.mutate();
      }}
    >
      <p>
        <b>{t("eraseText", { count: records.length, names: records.length > told ? names + t("andMore") : names })}</b>
      </p>
      <p>{t("eraseGoes")}</p>
      <div className={styles.field}>
        <label htmlFor={id}>{t("typeWord", { word: t("word") })}</label>
        <Input id={id} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <FormError error={erasing.error} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button danger type="primary" htmlType="submit" loading={erasing.isPending} disabled={typed.trim() !== t("word")}>
          {t("erase")}
        </Button>
      </div>
    </form>
  );
}
