import { EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/features/fields/FieldValue";
import { labelIn } from "@/i18n/labelIn";
import type { Field } from "../api/entities";
import type { Row } from "../api/list";
import { useRecordsTexts } from "../texts";
import styles from "./reveal.module.css";
import type { Reveal } from "./useReveal";

/** A field's value on the record's page; a masked one can be shown whole by who may ask for it, and hidden again. */
export function MaskedValue(props: { store: string; field: Field; record: Row; reveal: Reveal }) {
  const { store, field, record, reveal } = props;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const value = <FieldValue value={reveal.valueOf(field)} field={field} store={store} row={record} whole />;
  if (!reveal.isOffered(field)) return value;
  const shown = reveal.isShown(field);
  const label = t(shown ? "reveal.hide" : "reveal.show", { field: labelIn(field.label, i18n.language) });
  return (
    <span className={styles.value}>
      <span aria-live="polite">{value}</span>
      <Tooltip title={label}>
        <Button
          type="text"
          size="small"
          className={styles.eye}
          aria-label={label}
          aria-pressed={shown}
          loading={reveal.isPending(field)}
          icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          onClick={() => reveal.toggle(field)}
        />
      </Tooltip>
    </span>
  );
}
