import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addStore } from "@/api/sdk.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { meQuery } from "@/features/session/api/me";
import { useHq } from "@/features/session/useHq";
import { MakingStore } from "./MakingStore";
import { isStoreName } from "./storeName";
import styles from "./stores.module.css";
import { useStoresTexts } from "./texts";

const packs = ["dealer", "repair"] as const;
type Pack = (typeof packs)[number];

export function AddStore({ onClose }: { onClose: () => void }) {
  const t = useStoresTexts();
  const { slug } = useHq();
  const client = useQueryClient();
  const [pack, setPack] = useState<Pack>("dealer");
  const adding = useMutation({
    mutationFn: (name: string) => addStore({ path: { group: slug }, body: { name, pack } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const { form, field, values } = useFields({
    initial: { name: "" },
    rules: { name: (name: string) => (isStoreName(name) ? null : t("nameRule")) },
    onSubmit: ({ name }) => adding.mutate(name.trim()),
  });

  if (adding.isPending || adding.isSuccess) {
    return <MakingStore name={values.name.trim()} made={adding.data ?? null} onClose={onClose} />;
  }
  return (
    <Fields form={form}>
      <TextField {...field("name")} label={t("name")} placeholder={t("namePlaceholder")} maxLength={60} />
      <fieldset className={styles.packs}>
        <legend>{t("pack")}</legend>
        {packs.map((value) => (
          <label key={value} className={styles.packChoice}>
            <input type="radio" name="pack" value={value} checked={pack === value} onChange={() => setPack(value)} />
            <span>{t(value)}</span>
            <span className={styles.packText}>{t(`${value}Text`)}</span>
          </label>
        ))}
      </fieldset>
      {adding.error && <FormError error={adding.error} />}
      <Button type="primary" htmlType="submit" block>
        {t("create")}
      </Button>
    </Fields>
  );
}
