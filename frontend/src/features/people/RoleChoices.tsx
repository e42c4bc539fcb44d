import type { StoreRole } from "@/api/types.gen";
import { useRoleName } from "@/features/roles/useRoleName";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";
import { useRoleText } from "./useRoleText";

/** One role of several, each with what it may do. */
export function RoleChoices(props: {
  roles: string[];
  own: StoreRole[];
  value: string | null;
  onChange: (role: string) => void;
}) {
  const t = usePeopleTexts();
  const roleName = useRoleName();
  const roleText = useRoleText();
  return (
    <fieldset className={styles.roles}>
      <legend>{t("form.role")}</legend>
      <div className={styles.roleList}>
        {props.roles.map((role) => (
          <label key={role} className={styles.role}>
            <input
              type="radio"
              name="role"
              value={role}
              checked={role === props.value}
              onChange={() => props.onChange(role)}
            />
            <span>{roleName(role, props.own.find(({ key }) => key === role)?.label ?? null)}</span>
            <span className={styles.roleText}>{roleText(role)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
