import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { erasePersonalData } from "@/api/sdk.gen";
import type { EraseIn } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import styles from "./personal.module.css";
import { usePersonalTexts } from "./texts";

type Reason = EraseIn["reason"];
const reasons: Reason[] = ["asked", "withdrawn", "needless", "unlawful", "authority"];
const plain = (text: string) => text.replaceAll(/\s/g, "");

/** What goes, what stays, that it is for good; then the name and the reason. */
export function ErasePerson(props: { store: string; entity: string; id: string; name: string; onClose: () => void }) {
  const { store, entity, id, name, onClose } = props;
  const t = usePersonalTexts();
  const tCommon = useCommonTexts();
  const nameId = useId();
  const reasonId = useId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState<Reason | null>(null);
  const erasing = useMutation({
    mutationFn: (why: Reason) =>
      erasePersonalData({ headers: inStore(store), path: { entity, record_id: id }, body: { name: typed, reason: why } }),
    onSuccess: async () => {
      void message.success(t("erase.done"));
      onClose();
      // Whatever is kept in this browser may tell of the person still.
      client.removeQueries({ queryKey: ["store", store], type: "inactive" });
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
  });
  const ready = reason !== null && plain(typed) === plain(name);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) erasing.mutate(reason);
      }}
    >
      <h3>{t("erase.goes")}</h3>
      <p>{t("erase.goesText")}</p>
      <h3>{t("erase.stays")}</h3>
      <p>{t("erase.staysText")}</p>
      <p className={styles.never}>{t("erase.never")}</p>
      <div className={styles.field}>
        <label htmlFor={reasonId}>{t("erase.reason")}</label>
        <Select<Reason>
          id={reasonId}
          value={reason}
          placeholder={t("erase.reason")}
          options={reasons.map((one) => ({ value: one, label: t(`erase.reasons.${one}`) }))}
          onChange={setReason}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={nameId}>{t("erase.typeName", { name })}</label>
        <Input id={nameId} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <FormError error={erasing.error} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button danger type="primary" htmlType="submit" disabled={!ready} loading={erasing.isPending}>
          {t("erase.confirm")}
        </Button>
      </div>
    </form>
  );
}
