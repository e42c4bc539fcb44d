import { DownOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useState } from "react";
import { today } from "@/format/date";
import { CustomDays } from "./CustomDays";
import { presetPeriod, presets, samePeriod } from "./period";
import type { Extent, Period } from "./period";
import { presetName, rangeText } from "./periodNames";
import styles from "./periodPicker.module.css";
import { useCompareTexts } from "./texts";

export function PeriodPicker(props: { period: Period; extent: Extent; onChange: (period: Period) => void }) {
  const { period, extent } = props;
  const t = useCompareTexts();
  const [open, setOpen] = useState(false);
  const day = today();
  const choices = presets.map((preset) => ({
    preset,
    name: presetName(preset, extent, day, t),
    days: presetPeriod(preset, extent, day),
  }));
  const current = choices.find(({ days }) => samePeriod(days, period));

  function choose(chosen: Period): void {
    setOpen(false);
    props.onChange(chosen);
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <div className={styles.choices}>
          {choices.map(({ preset, name, days }) => (
            <button
              key={preset}
              type="button"
              className={styles.choice}
              aria-pressed={preset === current?.preset}
              onClick={() => choose(days)}
            >
              <span>{name}</span>
              <span className={styles.days}>{rangeText(days, t)}</span>
            </button>
          ))}
          <CustomDays title={t("period.custom")} initial={period} onApply={choose} />
        </div>
      }
    >
      <button type="button" className={styles.trigger} aria-expanded={open}>
        <span className={styles.label}>{t("period.label")}</span>
        <span className={styles.name}>{current ? current.name : t("period.custom")}</span>
        <span className={styles.days}>{rangeText(period, t)}</span>
        <DownOutlined aria-hidden className={styles.arrow} />
      </button>
    </Popover>
  );
}
