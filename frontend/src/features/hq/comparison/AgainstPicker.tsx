import { DownOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useState } from "react";
import { CustomDays } from "./CustomDays";
import { previousPeriod, samePeriodLastYear } from "./period";
import type { Period } from "./period";
import { rangeText } from "./periodNames";
import styles from "./periodPicker.module.css";
import type { Against, CompareSearch } from "./search";
import { useCompareTexts } from "./texts";

/** The second period: relative ones move along when the first changes. */
export function AgainstPicker(props: {
  period: Period;
  vs: Against;
  against: Period | null;
  onChange: (part: CompareSearch) => void;
}) {
  const { period, vs, against } = props;
  const t = useCompareTexts();
  const [open, setOpen] = useState(false);
  const choices = [
    { name: "lastYear", days: samePeriodLastYear(period) },
    { name: "previous", days: previousPeriod(period) },
    { name: "none", days: null },
  ] as const;

  function choose(part: CompareSearch): void {
    setOpen(false);
    props.onChange({ vsFrom: undefined, vsTo: undefined, ...part });
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
          {choices.map(({ name, days }) => (
            <button
              key={name}
              type="button"
              className={styles.choice}
              aria-pressed={vs === name}
              onClick={() => choose({ vs: name })}
            >
              <span>{t(`against.${name}`)}</span>
              {days && <span className={styles.days}>{rangeText(days, t)}</span>}
            </button>
          ))}
          <CustomDays
            title={t("against.custom")}
            initial={against ?? previousPeriod(period)}
            onApply={({ from, to }) => choose({ vs: "custom", vsFrom: from, vsTo: to })}
          />
        </div>
      }
    >
      <button type="button" className={styles.trigger} aria-expanded={open}>
        <span className={styles.label}>{t("against.label")}</span>
        <span className={styles.name}>{t(`against.${vs}`)}</span>
        {against && <span className={styles.days}>{rangeText(against, t)}</span>}
        <DownOutlined aria-hidden className={styles.arrow} />
      </button>
    </Popover>
  );
}
