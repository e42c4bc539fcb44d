import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkOrderIn } from "@/api/types.gen";
import { whatIsWrong } from "@/features/fields/checks/checks";
import { canBeWritten, FieldInput } from "@/features/fields/FieldInput";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import styles from "./bulk.module.css";
import { BulkPreview } from "./BulkPreview";
import { fieldChange } from "./order";
import type { Choice } from "./order";

type Props = {
  store: string;
  entity: Entity;
  choice: Choice;
  carrying: boolean;
  error: unknown;
  onCarryOut: (order: BulkOrderIn) => void;
};

/** A file belongs to one record. */
const ofOneRecord = new Set<Entity["fields"][number]["type"]>(["file", "photo", "signature"]);

/** One field, one value for all; an empty value empties the field. */
export function BulkChange({ store, entity, choice, ...carry }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const [order, setOrder] = useState<BulkOrderIn | null>(null);
  const [sent, setSent] = useState(false);
  const offered = entity.fields.filter(
    (field) => canBeWritten(field) && !ofOneRecord.has(field.type) && (field.name !== "owner" || entity.actions.includes("assign")),
  );
  const field = offered.find((candidate) => candidate.name === name);
  if (order) return <BulkPreview store={store} entity={entity} order={order} {...carry} onBack={() => setOrder(null)} />;
  return (
    <form
      className={styles.body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (field && !whatIsWrong(value, field)) setOrder(fieldChange(choice, field, value));
      }}
    >
      <Select
        aria-label={t("filter.field")}
        placeholder={t("bulk.field")}
        showSearch={{ optionFilterProp: "label" }}
        value={name}
        options={offered.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) }))}
        onChange={(chosen) => {
          setName(chosen);
          setValue(null);
          setSent(false);
        }}
      />
      {field && <FieldInput key={field.name} field={field} store={store} value={value} sent={sent} onChange={setValue} />}
      <div className={styles.answers}>
        <Button type="primary" htmlType="submit" disabled={!field}>
          {t("bulk.next")}
        </Button>
      </div>
    </form>
  );
}
