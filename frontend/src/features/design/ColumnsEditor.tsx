import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import styles from "./design.module.css";
import type { SettingsDraft } from "./draft";
import { cellTypes } from "./types";
import { useDesignWords } from "./useDesignWords";

type Columns = NonNullable<SettingsDraft["columns"]>;

/** The columns of a sub-table. */
export function ColumnsEditor({ columns, onChange }: { columns: Columns; onChange: (columns: Columns) => void }) {
  const { t, type: typeName } = useDesignWords();
  const set = (index: number, change: Partial<Columns[number]>) =>
    onChange(columns.map((one, place) => (place === index ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.part}>
      <legend>{t("columns.title")}</legend>
      {columns.map((column, index) => (
        // Columns have nothing of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.column}>
          <Input
            aria-label={t("columns.name", { place: index + 1 })}
            value={column.name}
            maxLength={40}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Select
            aria-label={t("columns.type", { place: index + 1 })}
            value={column.type}
            onChange={(type) => set(index, { type })}
            options={cellTypes.map((value) => ({ value: value as Columns[number]["type"], label: typeName(value) }))}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={t("columns.remove", { place: index + 1 })}
            onClick={() => onChange(columns.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => onChange([...columns, { name: "", type: "text" }])}>
          {t("columns.add")}
        </Button>
      </div>
    </fieldset>
  );
}
