import { Checkbox, InputNumber, Select } from "antd";
import styles from "../designer/designer.module.css";
import type { Unit } from "../drawn/nodes";
import { useFlowTexts } from "../texts";

type Span = { after: number; unit: Unit; working: boolean };
type Props = { name: string; value: Span; least?: number; onChange: (span: Span) => void };
const units = ["minutes", "hours", "days"] as const;

/** So long, of all time or of the time that the store is open. */
export function SpanFields({ name, value, least = 1, onChange }: Props) {
  const t = useFlowTexts();
  return (
    <div className={styles.row}>
      <InputNumber<number>
        className={styles.number ?? ""}
        aria-label={name}
        min={least}
        max={1000}
        precision={0}
        value={value.after}
        onChange={(after) => onChange({ ...value, after: after ?? least })}
      />
      <Select
        className={styles.unit ?? ""}
        aria-label={t("span.unit")}
        value={value.unit}
        options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(unit) => onChange({ ...value, unit })}
      />
      <Checkbox checked={value.working} onChange={({ target }) => onChange({ ...value, working: target.checked })}>
        {t("span.onlyOpen")}
      </Checkbox>
    </div>
  );
}
