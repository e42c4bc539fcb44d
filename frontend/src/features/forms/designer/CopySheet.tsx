import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { copyForm, listFormRoles } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import type { Head } from "../api/designs";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";

/** The same form for other roles: a draft of its own. */
export function CopySheet({ store, form, onClose }: { store: string; form: Head; onClose: () => void }) {
  const t = useFormsTexts();
  const roleName = useRoleName();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(t("list.copyName", { name: form.name }));
  const [chosen, setChosen] = useState<string[]>([]);
  const roles = useQuery({
    queryKey: ["store", store, "forms", "roles"],
    queryFn: ({ signal }) => listFormRoles({ headers: inStore(store), signal }),
  });
  const copying = useMutation({
    mutationFn: () => copyForm({ path: { form_id: form.id }, body: { name, roles: chosen }, headers: inStore(store) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["store", store, "forms"] });
      await navigate({ to: "/s/$store/design/forms/$entity/$form", params: { store, entity: form.entity, form: id } });
    },
  });
  return (
    <Sheet open title={t("list.copy")} onClose={onClose}>
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          copying.mutate();
        }}
      >
        <Input aria-label={t("prop.name")} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <Select
          mode="multiple"
          aria-label={t("prop.roles")}
          placeholder={t("prop.everybody")}
          value={chosen}
          showSearch={{ optionFilterProp: "label" }}
          options={(roles.data ?? []).map(({ key, label }) => ({ value: key, label: roleName(key, label) }))}
          onChange={setChosen}
        />
        <FormError error={copying.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={copying.isPending}>
            {t("list.copyConfirm")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
