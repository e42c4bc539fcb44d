import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { rolesQuery } from "@/features/people/api/roles";
import { useRoleName } from "@/features/roles/useRoleName";
import styles from "./editor.module.css";

/** A role of the store. */
export function RoleSelect({ label, value, onChange }: { label: string; value: string; onChange: (role: string) => void }) {
  const roleName = useRoleName();
  const roles = (useQuery(rolesQuery).data ?? []).filter(({ level }) => level === "store");
  return (
    <Select
      className={styles.wide ?? ""}
      aria-label={label}
      placeholder={label}
      value={value || null}
      options={roles.map(({ key }) => ({ value: key, label: roleName(key) }))}
      onChange={onChange}
    />
  );
}

/** Roles in an order, those of the group too. */
export function RolesSelect({ label, value, onChange }: { label: string; value: string[]; onChange: (roles: string[]) => void }) {
  const roleName = useRoleName();
  const roles = useQuery(rolesQuery).data ?? [];
  return (
    <Select
      mode="multiple"
      className={styles.wide ?? ""}
      aria-label={label}
      placeholder={label}
      maxCount={5}
      value={value}
      options={roles.map(({ key }) => ({ value: key, label: roleName(key) }))}
      onChange={onChange}
    />
  );
}
