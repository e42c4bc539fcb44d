import { Button, Select } from "antd";
import { useState } from "react";
import styles from "./policies.module.css";
import { rights } from "./policy";
import type { RightName } from "./policy";
import { usePolicyWords } from "./useWords";

/** One right for all the fields that are ticked, in the roles chosen here. */
export function BulkBar(props: {
  count: number;
  roles: { key: string; name: string }[];
  onSet: (roles: string[], right: RightName) => void;
  onClear: () => void;
}) {
  const { t, right } = usePolicyWords();
  const [chosen, setChosen] = useState<string[]>([]);
  const roles = chosen.length > 0 ? chosen : props.roles.map(({ key }) => key);
  return (
    <div className={styles.bulk} role="group" aria-label={t("bulk.label")}>
      <span>{t("bulk.count", { count: props.count })}</span>
      {props.roles.length > 1 && (
        <Select
          mode="multiple"
          className={styles.roles}
          maxTagCount="responsive"
          aria-label={t("bulk.roles")}
          placeholder={t("bulk.everyRole")}
          value={chosen}
          onChange={setChosen}
          options={props.roles.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <span className={styles.soft}>{t("bulk.setTo")}</span>
      {rights.map((name) => (
        <Button key={name} size="small" onClick={() => props.onSet(roles, name)}>
          {right(name)}
        </Button>
      ))}
      <Button type="text" size="small" onClick={props.onClear}>
        {t("bulk.clear")}
      </Button>
    </div>
  );
}
