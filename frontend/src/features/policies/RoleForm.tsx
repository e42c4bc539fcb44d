import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { addRole, relabelRole } from "@/api/sdk.gen";
import type { PolicyRoleOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { inStore } from "@/http/inStore";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

/** A role's name in both languages; of a new one (`edited` null) also the role whose rights it begins with. */
export function RoleForm(props: { store: string; roles: PolicyRoleOut[]; edited: PolicyRoleOut | null; onDone: () => void }) {
  const { store, roles, edited: role } = props;
  const words = usePolicyWords();
  const { t } = words;
  const id = useId();
  const client = useQueryClient();
  const [copy, setCopy] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: (label: { zh: string; en: string }) =>
      role
        ? relabelRole({ path: { role: role.key }, body: { label }, headers: inStore(store) })
        : addRole({ body: { label, copy_of: copy ?? "" }, headers: inStore(store) }),
    onSuccess: async () => {
      props.onDone();
      await client.invalidateQueries({ queryKey: ["store", store, "policies"] });
    },
  });
  const { form, field } = useFields({
    initial: { zh: role?.label?.zh ?? "", en: role?.label?.en ?? "" },
    rules: { zh: (zh) => (zh.trim() ? null : t("roleForm.needsName")), en: () => null },
    onSubmit: ({ zh, en }) => saving.mutate({ zh: zh.trim(), en: en.trim() }),
  });
  return (
    <Fields form={form}>
      <TextField {...field("zh")} label={t("roleForm.zh")} maxLength={60} autoComplete="off" />
      <TextField {...field("en")} label={t("roleForm.en")} maxLength={60} autoComplete="off" />
      {!role && (
        <div className={styles.field}>
          <label htmlFor={id}>{t("roleForm.copy")}</label>
          <Select
            id={id}
            allowClear
            value={copy}
            placeholder={t("roleForm.nothing")}
            onChange={(key: string | null) => setCopy(key ?? null)}
            options={roles.filter(({ locked }) => !locked).map((one) => ({ value: one.key, label: words.role(one) }))}
          />
          <span className={styles.soft}>{t("roleForm.note")}</span>
        </div>
      )}
      {saving.error && <FormError error={saving.error} />}
      <Button type="primary" htmlType="submit" block loading={saving.isPending}>
        {t(role ? "save" : "roleForm.add")}
      </Button>
    </Fields>
  );
}
