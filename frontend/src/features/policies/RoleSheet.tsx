import { Button, Checkbox } from "antd";
import type { PolicyShape } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import type { Column } from "./FieldGrid";
import styles from "./policies.module.css";
import { actions } from "./policy";
import type { ActionName } from "./policy";
import { ReachChoice } from "./ReachChoice";
import { RightChoice } from "./RightChoice";
import { usePolicyWords } from "./useWords";

/** What belongs to a role as a whole: which records, which actions, what fields have that are not named. */
export function RoleSheet(props: {
  entity: string;
  /** What the kind of record is called. */
  label: string;
  column: Column;
  onChange: (policy: PolicyShape) => void;
  onReset: (() => void) | null;
  onClose: () => void;
}) {
  const { column, onChange } = props;
  const { locked, policy, ceiling } = column;
  const words = usePolicyWords();
  const { t } = words;
  const allowed = (name: ActionName) => !ceiling || (ceiling.actions ?? []).includes(name);
  return (
    <Sheet open title={t("role.title", { role: column.name, entity: props.label })} width={560} onClose={props.onClose}>
      <div className={styles.form}>
        {locked && <p className={styles.soft}>{t("set.locked")}</p>}
        <ReachChoice
          entity={props.entity}
          rows={policy.rows}
          disabled={locked}
          onChange={(rows) => onChange({ ...policy, rows })}
        />
        {ceiling && ceiling.rows.reach !== "store" && (
          <span className={styles.warning}>{t("role.rowsCut", { rows: words.reach(ceiling.rows, props.entity) })}</span>
        )}
        <fieldset className={styles.choice} disabled={locked}>
          <legend>{t("role.actions")}</legend>
          <div className={styles.checks}>
            {actions.map((name) => (
              <Checkbox
                key={name}
                disabled={locked}
                checked={(policy.actions ?? []).includes(name)}
                onChange={({ target }) => {
                  const others = (policy.actions ?? []).filter((one) => one !== name);
                  onChange({ ...policy, actions: target.checked ? [...others, name] : others });
                }}
              >
                {words.action(name)}
                {!allowed(name) && <span className={styles.warning}> {t("cut")}</span>}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <RightChoice
          label={t("role.usual")}
          value={policy.usual}
          disabled={locked}
          onChange={(usual) => onChange({ ...policy, usual })}
        />
        <RightChoice
          label={t("role.personal")}
          value={policy.personal}
          disabled={locked}
          onChange={(personal) => onChange({ ...policy, personal })}
        />
        <Checkbox
          disabled={locked}
          checked={policy.opened ?? false}
          onChange={({ target }) => onChange({ ...policy, opened: target.checked })}
        >
          {t("role.opened")}
        </Checkbox>
        <div className={styles.buttons}>
          {props.onReset && <Button onClick={props.onReset}>{t("role.reset")}</Button>}
          <Button type="primary" onClick={props.onClose}>
            {t("done")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
