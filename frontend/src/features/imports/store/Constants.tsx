import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import type { ImportTargetOut, LabelOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";
import { usedTargets } from "./mapping";
import type { Order } from "./mapping";
import styles from "./store.module.css";

/** Fields that no column has: the same for every row; of a column's field, for rows that say nothing. */
export function Constants(props: { targets: ImportTargetOut[]; order: Order; onChange: (order: Order) => void }) {
  const { targets, order, onChange } = props;
  const t = useImportsTexts();
  const text = useText();
  const said = order.constants ?? {};
  const free = targets.filter(({ key, writable }) => writable && !Object.hasOwn(said, key));
  const unused = free.filter(({ key }) => !usedTargets(order).includes(key));

  function say(key: string, value: string): void {
    onChange({ ...order, constants: { ...said, [key]: value } });
  }
  return (
    <Panel title={t("store.constants.title")}>
      <div className={styles.form}>
        <p className={styles.soft}>{t("store.constants.text")}</p>
        {Object.entries(said).map(([key, value]) => {
          const target = targets.find((one) => one.key === key);
          const options = (target?.options ?? []) as { value: string; label: LabelOut }[];
          const label = target ? text(target.label) : key;
          const { [key]: _, ...others } = said;
          return (
            <div key={key} className={styles.constant}>
              <span>{label}</span>
              {options.length > 0 ? (
                <Select
                  aria-label={label}
                  value={value === "" ? null : value}
                  onChange={(chosen: string) => say(key, chosen)}
                  options={options.map((option) => ({ value: option.value, label: text(option.label) }))}
                />
              ) : (
                <Input aria-label={label} value={value} maxLength={200} onChange={(event) => say(key, event.target.value)} />
              )}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("store.constants.remove", { field: label })}
                onClick={() => onChange({ ...order, constants: others })}
              />
            </div>
          );
        })}
        <Select
          className={styles.wide}
          aria-label={t("store.constants.add")}
          placeholder={
            <>
              <PlusOutlined aria-hidden /> {t("store.constants.add")}
            </>
          }
          value={null}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(key: string) => say(key, "")}
          options={[
            { label: t("store.constants.unused"), options: unused.map(({ key, label }) => ({ value: key, label: text(label) })) },
            {
              label: t("store.constants.used"),
              options: free.filter((one) => !unused.includes(one)).map(({ key, label }) => ({ value: key, label: text(label) })),
            },
          ]}
        />
      </div>
    </Panel>
  );
}
