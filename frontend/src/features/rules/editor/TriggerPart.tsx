import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { FieldInput } from "@/features/fields/FieldInput";
import { outgoing } from "@/features/fields/outgoing";
import type { Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { newTrigger, triggers } from "../definition";
import type { Trigger } from "../definition";
import { useRuleTexts } from "../texts";
import { DueFields, FestivalFields, TimeFields } from "./ClockFields";
import styles from "./editor.module.css";
import { Part } from "./Part";
import type { PartProps } from "./Part";

type Props = PartProps & { value: Trigger; onChange: (trigger: Trigger) => void };
type Changed = Extract<Trigger, { kind: "changed" }>;

/** What the rule waits for. */
export function TriggerPart({ store, told, problems, value, onChange }: Props) {
  const t = useRuleTexts();
  return (
    <Part title={t("part.when")} problems={problems.filter(({ where }) => where === "trigger")}>
      <Select<Trigger["kind"]>
        className={styles.wide ?? ""}
        aria-label={t("part.when")}
        value={value.kind}
        options={triggers.map((kind) => ({ value: kind, label: t(`trigger.${kind}`) }))}
        onChange={(kind) => onChange(newTrigger(kind))}
      />
      <TriggerOf store={store} told={told} value={value} onChange={onChange} />
    </Part>
  );
}

/** What an occasion needs to be told. */
export function TriggerOf({ store, told, value, onChange }: Omit<Props, "problems">) {
  return (
    <>
      {value.kind === "due" && <DueFields entity={told.entity} value={value} onChange={onChange} />}
      {value.kind === "time" && <TimeFields value={value} onChange={onChange} />}
      {value.kind === "festival" && <FestivalFields value={value} onChange={onChange} />}
      {value.kind === "changed" && <ChangedOf store={store} told={told} value={value} onChange={onChange} />}
    </>
  );
}

const kept = new Set<Field["type"]>(["text", "number", "integer", "money", "percent", "rating", "boolean", "choice", "date", "link", "user", "store", "plate", "vin"]);

/** Which fields, and of a single one from what to what. */
function ChangedOf({ store, told: { entity }, value, onChange }: Pick<Props, "store" | "told"> & { value: Changed; onChange: (trigger: Trigger) => void }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const own = entity.fields.filter(({ type, read_only }) => type !== "formula" && type !== "rollup" && !read_only);
  const only = value.fields.length === 1 ? own.find(({ name }) => name === value.fields[0]) : undefined;
  return (
    <>
      <Select
        mode="multiple"
        className={styles.wide ?? ""}
        aria-label={t("trigger.fields")}
        placeholder={t("trigger.anyField")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.fields}
        options={own.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={(fields) => onChange({ ...value, fields, before: null, after: null })}
      />
      {only && kept.has(only.type) && only.sensitivity !== "sealed" && (
        <div className={styles.pair}>
          {(["before", "after"] as const).map((side) => (
            <FieldInput
              key={`${only.name} ${side}`}
              field={{ ...only, required: false, help: { zh: t("trigger.anyValue"), en: t("trigger.anyValue") }, label: sided(only, t(`trigger.${side}`)), right: "write" }}
              store={store}
              value={value[side]}
              onChange={(entered) => onChange({ ...value, [side]: outgoing(entered, only) })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function sided(field: Field, word: string): Field["label"] {
  return { zh: `${word}（${field.label.zh}）`, en: `${word} (${field.label.en})` };
}
