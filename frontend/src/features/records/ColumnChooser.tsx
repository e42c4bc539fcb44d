import { TableOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { Entity, Field } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import styles from "./columnChooser.module.css";
import { useRecordsTexts } from "./texts";

type Props = { entity: Entity; shown: Field[]; onChoose: (names: string[] | null) => void };

export function ColumnChooser(props: Props) {
  const t = useRecordsTexts();
  return (
    <Popover trigger="click" placement="bottomRight" content={<Choices {...props} />}>
      <Button icon={<TableOutlined />} className={styles.open}>
        {t("columns")}
      </Button>
    </Popover>
  );
}

function Choices({ entity, shown, onChoose }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const names = shown.map((field) => field.name);
  return (
    <div className={styles.choices}>
      {entity.fields.map((field) => (
        <Checkbox
          key={field.name}
          checked={names.includes(field.name)}
          disabled={field.name === entity.title_fields[0]}
          onChange={({ target }) =>
            onChoose(target.checked ? [...names, field.name] : names.filter((name) => name !== field.name))
          }
        >
          {labelIn(field.label, i18n.language)}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={() => onChoose(null)}>
        {t("columnsReset")}
      </Button>
    </div>
  );
}
