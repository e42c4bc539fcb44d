import { Radio } from "antd";
import type { RightShape } from "@/api/types.gen";
import styles from "./policies.module.css";
import { rights } from "./policy";
import type { RightName } from "./policy";
import { usePolicyWords } from "./useWords";

/** A right on all records, and another one on one's own. */
export function RightChoice(props: { label: string; value: RightShape; disabled?: boolean; onChange: (right: RightShape) => void }) {
  const { value, onChange } = props;
  const { t, right } = usePolicyWords();
  const options = rights.map((name) => ({ value: name, label: right(name) }));
  const own = value.own ?? value.right;
  return (
    <fieldset className={styles.choice} disabled={props.disabled}>
      <legend>{props.label}</legend>
      <div className={styles.line}>
        <span className={styles.soft}>{t("set.all")}</span>
        <Radio.Group
          size="small"
          optionType="button"
          options={options}
          value={value.right}
          disabled={props.disabled ?? false}
          onChange={({ target }) => onChange({ right: target.value as RightName, own: null })}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.soft}>{t("set.own")}</span>
        <Radio.Group
          size="small"
          optionType="button"
          options={options}
          value={own}
          disabled={props.disabled ?? false}
          onChange={({ target }) => {
            const chosen = target.value as RightName;
            onChange({ right: value.right, own: chosen === value.right ? null : chosen });
          }}
        />
      </div>
    </fieldset>
  );
}
