import { Checkbox, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { Offered } from "@/features/records/offered";
import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import { labelIn } from "@/i18n/labelIn";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { blankUntil } from "../drawn/nodes";
import type { Of, Until } from "../drawn/nodes";
import { conditionOf, keptOf } from "../drawn/sent";
import { useFlowTexts } from "../texts";
import { Choice, Some } from "./Choice";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";
import { SpanFields } from "./SpanFields";

type UntilProps<One extends Until["kind"]> = { value: Of<Until, One>; offered: Offered; onChange: (until: Until) => void };
const untils = Object.keys(blankUntil) as Until["kind"][];

/** For so long, until a day of the record, or until the record changes. */
export function WaitOf({ node, offered, onChange }: StepProps<"wait">) {
  const t = useFlowTexts();
  const Editor = editors[node.until.kind] as (props: { value: Until; offered: Offered; onChange: (until: Until) => void }) => ReactNode;
  return (
    <>
      <Choice name={t("until.title")} value={node.until.kind} options={untils} label={(one) => t(`until.kind.${one}`)} onChange={(kind) => onChange({ ...node, until: blankUntil[kind] })} />
      <Editor value={node.until} offered={offered} onChange={(until) => onChange({ ...node, until })} />
    </>
  );
}

function TimeOf({ value, onChange }: UntilProps<"time">) {
  const t = useFlowTexts();
  return <SpanFields name={t("until.howLong")} value={value} onChange={(span) => onChange({ ...value, ...span })} />;
}

function DateOf({ value, onChange }: UntilProps<"date">) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { telling } = useDesigner();
  const dates = telling.told.entity.fields.filter(({ type }) => type === "date" || type === "datetime");
  return (
    <div className={styles.row}>
      <Select
        className={styles.grow ?? ""}
        aria-label={t("until.field")}
        placeholder={t("until.field")}
        value={value.field || null}
        options={dates.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={(field: string) => onChange({ ...value, field })}
      />
      <Select
        aria-label={t("until.side")}
        value={value.side}
        options={(["before", "after"] as const).map((side) => ({ value: side, label: t(`until.sideOf.${side}`) }))}
        onChange={(side) => onChange({ ...value, side })}
      />
      <InputNumber<number>
        className={styles.number ?? ""}
        aria-label={t("until.days")}
        min={0}
        max={3650}
        precision={0}
        suffix={t("unit.days")}
        value={value.days}
        onChange={(days) => onChange({ ...value, days: days ?? 0 })}
      />
      <Input type="time" className={styles.clock ?? ""} aria-label={t("until.at")} value={value.at} onChange={({ target }) => target.value && onChange({ ...value, at: target.value })} />
    </div>
  );
}

function RecordOf({ value, offered, onChange }: UntilProps<"record">) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { telling } = useDesigner();
  const fields = telling.told.entity.fields.filter(({ type }) => type !== "formula" && type !== "rollup");
  const moments = fields.filter(({ type }) => type === "datetime");
  return (
    <>
      <Member title={t("until.fields")}>
        <Some
          name={t("until.fields")}
          empty={t("until.anyField")}
          value={value.fields}
          options={fields.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
          onChange={(names) => onChange({ ...value, fields: names })}
        />
      </Member>
      <Member title={t("until.condition")}>
        <ConditionLine
          sentence={telling.told.sentence}
          offered={offered}
          value={conditionOf(value.condition)}
          none={t("until.noCondition")}
          onChange={(condition) => onChange({ ...value, condition: keptOf(condition) })}
        />
      </Member>
      <Member title={t("until.mostTitle")}>
        <Checkbox checked={value.after > 0} onChange={({ target }) => onChange({ ...value, after: target.checked ? 7 : 0 })}>
          {t("until.limited")}
        </Checkbox>
        {value.after > 0 && (
          <>
            <SpanFields name={t("until.mostTitle")} value={value} onChange={(span) => onChange({ ...value, ...span })} />
            <Select
              allowClear
              aria-label={t("until.notBefore")}
              placeholder={t("until.notBefore")}
              value={value.not_before || null}
              options={moments.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
              onChange={(field?: string) => onChange({ ...value, not_before: field ?? "" })}
            />
          </>
        )}
      </Member>
    </>
  );
}

const editors = { time: TimeOf, date: DateOf, record: RecordOf } satisfies { [One in Until["kind"]]: (props: UntilProps<One>) => ReactNode };
