import { Radio, Select } from "antd";
import { useId } from "react";
import type { StoreName } from "@/api/types.gen";
import styles from "./hqDesign.module.css";
import { useHqDesignTexts } from "./texts";

/** `chosen`: slugs; null for all stores, those to come too. */
export function WhereChoice(props: { stores: StoreName[]; chosen: string[] | null; onChange: (chosen: string[] | null) => void }) {
  const { stores, chosen, onChange } = props;
  const t = useHqDesignTexts();
  const id = useId();
  return (
    <fieldset className={styles.field}>
      <legend>{t("where.title")}</legend>
      <Radio.Group
        value={chosen === null ? "all" : "chosen"}
        onChange={(event) => onChange(event.target.value === "all" ? null : [])}
        options={[
          { value: "all", label: t("where.all", { count: stores.length }) },
          { value: "chosen", label: t("where.chosen") },
        ]}
      />
      {chosen !== null && (
        <Select
          id={id}
          mode="multiple"
          aria-label={t("where.which")}
          placeholder={t("where.which")}
          showSearch={{ optionFilterProp: "label" }}
          value={chosen}
          onChange={onChange}
          options={stores.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
    </fieldset>
  );
}
