import { Select } from "antd";
import type { ColumnOut, ImportOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/columns/columns.module.css";
import { DateOrderChoice } from "@/features/imports/columns/DateOrderChoice";
import { GuessMark } from "./GuessMark";
import type { Mapping } from "./mapping";
import { Notices } from "./Notices";

const leaveOut = "";
const examplesShown = 3;

/** One column of the file: its name, what it holds, the field it is read into and why. */
export function ColumnLine(props: {
  column: ColumnOut;
  job: ImportOut;
  mapping: Mapping;
  twice: string[];
  onChange: (mapping: Mapping) => void;
}) {
  const { column, job, mapping, twice, onChange } = props;
  const t = useImportsTexts();
  const text = useText();
  const target = mapping.targets[column.index] ?? null;
  const field = job.targets.find(({ key }) => key === target);
  const clash = target !== null && twice.includes(target);
  const filled = t("columns.filled", { shown: formatCount(column.filled) });
  const distinct = column.distinct !== null && t("columns.distinct", { shown: formatCount(column.distinct) });
  const counts = distinct ? `${filled} · ${distinct}` : filled;
  const notices = job.notices.filter((notice) => notice.column === column.header);

  return (
    <li className={styles.column} data-unused={target === null}>
      <div className={styles.what}>
        <div className={styles.header}>
          <span>{column.header || t("columns.noHeader", { number: column.index + 1 })}</span>
          <span className={styles.counts}>{counts}</span>
        </div>
        <div className={styles.examples}>
          {column.examples.slice(0, examplesShown).map((example) => (
            <code key={example}>{example}</code>
          ))}
        </div>
      </div>
      <div className={styles.field}>
        <Select
          aria-label={t("columns.fieldOf", { column: column.header })}
          className={styles.select}
          status={clash ? "error" : ""}
          value={target ?? leaveOut}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(chosen) =>
            onChange({
              ...mapping,
              targets: { ...mapping.targets, [column.index]: chosen === leaveOut ? null : chosen },
            })
          }
          options={[
            { value: leaveOut, label: t("columns.leaveOut") },
            ...job.targets.map(({ key, label, required }) => ({
              value: key,
              label: required ? t("columns.requiredField", { field: text(label) }) : text(label),
            })),
          ]}
        />
        {clash && <div className={styles.wrong}>{t("columns.clash")}</div>}
        {target !== null && field?.kind === "date" && (
          <DateOrderChoice
            examples={column.examples}
            value={mapping.dateOrders[target] ?? "ymd"}
            onChange={(order) => onChange({ ...mapping, dateOrders: { ...mapping.dateOrders, [target]: order } })}
          />
        )}
      </div>
      <div className={styles.why}>
        <GuessMark column={column} target={target} />
        <Notices notices={notices} group={null} />
      </div>
    </li>
  );
}
