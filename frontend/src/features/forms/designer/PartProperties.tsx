import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Segmented, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import { DefaultOf } from "./DefaultOf";
import styles from "./designer.module.css";
import { changePart } from "./layout";
import type { FieldPart, NotePart } from "./layout";
import { MoveButtons } from "./MoveButtons";
import { fieldOf, useDesigner } from "./useDesigner";
import { WhenEditor } from "./WhenEditor";
import { Words } from "./Words";

/** All about one field here. */
export function FieldProperties({ part }: { part: FieldPart }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { entity, layout, change } = useDesigner();
  const field = fieldOf(entity, part.field);
  const put = (values: Partial<FieldPart>) =>
    change(changePart<FieldPart>(layout, part.id, values), `${part.id} ${Object.keys(values).join()}`);
  const own = field ? labelIn(field.label, i18n.language) : part.field;
  return (
    <div className={styles.properties}>
      <h2>{own}</h2>
      <MoveButtons id={part.id} />
      <label className={styles.switch}>
        <Switch aria-label={t("prop.required")} checked={part.required} onChange={(required) => put({ required })} />
        {t("prop.required")}
      </label>
      <WhenEditor label={t("prop.required_when")} value={part.required_when} onChange={(required_when) => put({ required_when })} />
      <WhenEditor label={t("prop.show_when")} value={part.show_when} onChange={(show_when) => put({ show_when })} />
      <label className={styles.switch}>
        <Switch aria-label={t("prop.read_only")} checked={part.read_only} onChange={(read_only) => put({ read_only })} />
        {t("prop.read_only")}
      </label>
      <WhenEditor label={t("prop.read_only_when")} value={part.read_only_when} onChange={(read_only_when) => put({ read_only_when })} />
      <Words label={t("prop.label")} value={part.label} placeholder={own} onChange={(label) => put({ label })} />
      <Words label={t("prop.help")} value={part.help} onChange={(help) => put({ help })} />
      <Words label={t("prop.placeholder")} value={part.placeholder} onChange={(placeholder) => put({ placeholder })} />
      <Width value={part.width} onChange={(width) => put({ width })} />
      {field && <DefaultOf field={field} value={part.default} onChange={(value) => put({ default: value })} />}
      <Refusals part={part} onChange={(refusals) => put({ refusals })} />
    </div>
  );
}

export function NoteProperties({ part }: { part: NotePart }) {
  const t = useFormsTexts();
  const { layout, change } = useDesigner();
  const put = (values: Partial<NotePart>) =>
    change(changePart<NotePart>(layout, part.id, values), `${part.id} ${Object.keys(values).join()}`);
  return (
    <div className={styles.properties}>
      <h2>{t("note")}</h2>
      <MoveButtons id={part.id} />
      <Words label={t("prop.text")} value={part.text} rows={3} onChange={(text) => put({ text })} />
      <Width value={part.width} onChange={(width) => put({ width })} />
      <WhenEditor label={t("prop.show_when")} value={part.show_when} onChange={(show_when) => put({ show_when })} />
    </div>
  );
}

function Width({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useFormsTexts();
  return (
    <div className={styles.words}>
      <span>{t("prop.width")}</span>
      <Segmented<number>
        aria-label={t("prop.width")}
        value={value}
        options={[1, 2, 3].map((columns) => ({ value: columns, label: t("prop.columns", { count: columns }) }))}
        onChange={onChange}
      />
    </div>
  );
}

function Refusals({ part, onChange }: { part: FieldPart; onChange: (refusals: FieldPart["refusals"]) => void }) {
  const t = useFormsTexts();
  const { refusals } = part;
  const nothing = { when: { group: { combinator: "and", rules: [] }, formula: "" }, message: { zh: "", en: "" } };
  return (
    <div className={styles.words}>
      <span>{t("prop.refusals")}</span>
      {[...refusals.entries()].map(([at, refusal]) => (
        <div key={at} className={styles.refusal}>
          <WhenEditor
            label={t("prop.refuseWhen")}
            value={refusal.when.group && (refusal.when.group.rules as unknown[]).length === 0 ? null : refusal.when}
            onChange={(when) => onChange(refusals.with(at, { ...refusal, when: when ?? nothing.when }))}
          />
          <Words
            label={t("prop.refuseMessage")}
            value={refusal.message}
            onChange={(message) => onChange(refusals.with(at, { ...refusal, message }))}
          />
          <Button size="small" type="text" icon={<DeleteOutlined />} onClick={() => onChange(refusals.toSpliced(at, 1))}>
            {t("prop.refuseRemove")}
          </Button>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...refusals, nothing])}>
        {t("prop.refuseAdd")}
      </Button>
    </div>
  );
}
