import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useId } from "react";
import { listFormRoles } from "@/api/sdk.gen";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import type { Content } from "./useDraft";

const purposes = ["create", "edit", "detail", "step"] as const;

type Props = { store: string; content: Content; onChange: (content: Content, kind: string) => void };

/** What the form is called, whom it is for and when. */
export function FormProperties({ store, content, onChange }: Props) {
  const t = useFormsTexts();
  const roleName = useRoleName();
  const id = useId();
  const roles = useQuery({
    queryKey: ["store", store, "forms", "roles"],
    queryFn: ({ signal }) => listFormRoles({ headers: inStore(store), signal }),
  });
  return (
    <div className={styles.properties}>
      <h2>{t("form")}</h2>
      <div className={styles.words}>
        <label htmlFor={`${id}n`}>{t("prop.name")}</label>
        <Input
          id={`${id}n`}
          value={content.name}
          maxLength={60}
          onChange={(event) => onChange({ ...content, name: event.target.value }, "name")}
        />
      </div>
      <div className={styles.words}>
        <label htmlFor={`${id}r`}>{t("prop.roles")}</label>
        <Select
          id={`${id}r`}
          mode="multiple"
          placeholder={t("prop.everybody")}
          value={content.roles}
          showSearch={{ optionFilterProp: "label" }}
          options={(roles.data ?? []).map(({ key, label }) => ({ value: key, label: roleName(key, label) }))}
          onChange={(chosen: string[]) => onChange({ ...content, roles: chosen }, "roles")}
        />
      </div>
      <div className={styles.words}>
        <label htmlFor={`${id}p`}>{t("prop.purposes")}</label>
        <Select
          id={`${id}p`}
          mode="multiple"
          placeholder={t("prop.everyPurpose")}
          value={content.purposes}
          options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          onChange={(chosen: Content["purposes"]) => onChange({ ...content, purposes: chosen }, "purposes")}
        />
      </div>
      <p className={styles.soft}>{t("formHint")}</p>
    </div>
  );
}
