import { useRoleName } from "@/features/roles/useRoleName";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";
import { useRoleText } from "./useRoleText";

/** One role of several, each with what it may do. */
export function RoleChoices(props: { roles: string[]; value: string | null; onChange: (role: string) => void }) {
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
            <span>{roleName(role)}</span>
            <span className={styles.roleText}>{roleText(role)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
