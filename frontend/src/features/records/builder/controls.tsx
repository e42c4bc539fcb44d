import { CloseOutlined, GroupOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type {
  ActionProps,
  CombinatorSelectorProps,
  FieldSelectorProps,
  NotToggleProps,
  OperatorSelectorProps,
  ValueEditorProps,
} from "react-querybuilder";
import { labelIn } from "@/i18n/labelIn";
import type { Period } from "../api/entities";
import { ofKey } from "../filter";
import type { Offered } from "../offered";
import { useRecordsTexts } from "../texts";
import { ValueEditor } from "../ValueEditor";
import styles from "./builder.module.css";
import { nothingHeld } from "./held";
import type { Held } from "./held";

export type NarrowingProps = { offered: Offered; periods: Period[]; depth: number; held: Held; onChange: (held: Held) => void };
/** What all the controls of one builder know. `depth`: how deep it stands itself. `Narrowing`: a builder inside it. */
export type Surroundings = { offered: Offered; periods: Period[]; depth: number; Narrowing: ComponentType<NarrowingProps> };

function FieldControl({ value, handleOnChange, context }: FieldSelectorProps) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const { offered } = context as Surroundings;
  return (
    <Select
      className={styles.field}
      aria-label={t("filter.field")}
      value={value}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      options={offered.sections.map(({ label, fields }) => ({
        label,
        options: fields.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) })),
      }))}
      onChange={handleOnChange}
    />
  );
}

function OperatorControl({ value, handleOnChange, field, context }: OperatorSelectorProps) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const operators = (context as Surroundings).offered.fields.find(({ name }) => name === field)?.operators ?? [];
  return (
    <Select
      className={styles.operator}
      aria-label={t("filter.operator")}
      value={value}
      popupMatchSelectWidth={false}
      options={operators.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
      onChange={handleOnChange}
    />
  );
}

function ValueControl({ field: key, operator, value, handleOnChange, context }: ValueEditorProps) {
  const { offered, periods, depth, Narrowing } = context as Surroundings;
  const field = offered.fields.find(({ name }) => name === key);
  const takes = field?.operators.find(({ name }) => name === operator)?.takes;
  const held = (value || nothingHeld) as Held;
  if (!field || !takes) return null;
  const { aggregate, field: relation } = ofKey(key);
  const within = aggregate ? offered.within(relation) : null;
  return (
    <>
      {takes !== "nothing" && (
        <div className={styles.value}>
          <ValueEditor
            field={field}
            takes={takes}
            periods={periods}
            values={held.values}
            onChange={(values) => handleOnChange({ ...held, values })}
          />
        </div>
      )}
      {within && <Narrowing offered={within} periods={periods} depth={depth} held={held} onChange={handleOnChange} />}
    </>
  );
}

function CombinatorControl({ value, handleOnChange }: CombinatorSelectorProps) {
  const t = useRecordsTexts();
  return (
    <Select
      className={styles.combinator}
      aria-label={t("builder.combinator")}
      value={value}
      popupMatchSelectWidth={false}
      options={(["and", "or"] as const).map((name) => ({ value: name, label: t(`builder.${name}`) }))}
      onChange={handleOnChange}
    />
  );
}

function NotControl({ checked, handleOnChange }: NotToggleProps) {
  const t = useRecordsTexts();
  return (
    <Checkbox checked={checked ?? false} onChange={(event) => handleOnChange(event.target.checked)}>
      {t("builder.not")}
    </Checkbox>
  );
}

function AddRule({ handleOnClick }: ActionProps) {
  const t = useRecordsTexts();
  return (
    <Button size="small" type="text" icon={<PlusOutlined />} onClick={(event) => handleOnClick(event)}>
      {t("filter.add")}
    </Button>
  );
}

function AddGroup({ handleOnClick, disabled }: ActionProps) {
  const t = useRecordsTexts();
  if (disabled) return null;
  return (
    <Button size="small" type="text" icon={<GroupOutlined />} onClick={(event) => handleOnClick(event)}>
      {t("builder.addGroup")}
    </Button>
  );
}

function RemoveRule({ handleOnClick }: ActionProps) {
  const t = useRecordsTexts();
  return (
    <Button className={styles.out} type="text" icon={<CloseOutlined />} aria-label={t("builder.removeRule")} onClick={(event) => handleOnClick(event)} />
  );
}

function RemoveGroup({ handleOnClick }: ActionProps) {
  const t = useRecordsTexts();
  return (
    <Button className={styles.out} type="text" icon={<CloseOutlined />} aria-label={t("builder.removeGroup")} onClick={(event) => handleOnClick(event)} />
  );
}

export const controls = {
  fieldSelector: FieldControl,
  operatorSelector: OperatorControl,
  valueEditor: ValueControl,
  combinatorSelector: CombinatorControl,
  notToggle: NotControl,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveRule,
  removeGroupAction: RemoveGroup,
};
