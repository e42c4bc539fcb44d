import { CheckCircleOutlined, EditOutlined, MinusCircleOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { Select } from "antd";
import type { ImportColumnOut, ImportTargetOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import { DateOrderChoice } from "../columns/DateOrderChoice";
import styles from "../columns/columns.module.css";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";
import { orderOf, withColumn, withTarget } from "./mapping";
import type { ColumnOrder, Order } from "./mapping";
import { ColumnNotices } from "./ColumnNotices";
import { ValueMeanings } from "./ValueMeanings";

const leaveOut = "";
const examplesShown = 3;
const dated = new Set(["date", "datetime"]);

/** One column of the file: its name, what it holds, the field it is read into and why. */
export function ColumnLine(props: {
  column: ImportColumnOut;
  targets: ImportTargetOut[];
  order: Order;
  twice: string[];
  onChange: (order: Order) => void;
}) {
  const { column, targets, order, twice, onChange } = props;
  const t = useImportsTexts();
  const text = useText();
  const chosen = orderOf(order, column.index);
  const target = targets.find(({ key }) => key === chosen?.target);
  const clash = chosen !== undefined && twice.includes(chosen.target);
  const dates = (column.date_order ?? "ymd") as NonNullable<ColumnOrder["dates"]>;
  const filled = t("columns.filled", { shown: formatCount(column.filled) });
  const distinct = column.distinct === null ? null : t("columns.distinct", { shown: formatCount(column.distinct) });

  return (
    <li className={styles.column} data-unused={chosen === undefined}>
      <div className={styles.what}>
        <div className={styles.header}>
          <span>{column.header}</span>
          <span className={styles.counts}>{[filled, distinct].filter(Boolean).join(" · ")}</span>
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
          value={chosen?.target ?? leaveOut}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          onChange={(key: string) => onChange(withTarget(order, column.index, key === leaveOut ? null : key, dates))}
          options={[
            { value: leaveOut, label: t("columns.leaveOut") },
            ...targets.map(({ key, label, required, link, writable }) => ({
              value: key,
              label:
                required && !link
                  ? t("columns.requiredField", { field: text(label) })
                  : writable
                    ? text(label)
                    : t("store.columns.onlyToFind", { field: text(label) }),
            })),
          ]}
        />
        {clash && <div className={styles.wrong}>{t("columns.clash")}</div>}
        {chosen && target && dated.has(target.type) && (
          <DateOrderChoice
            examples={column.examples}
            value={chosen.dates ?? "ymd"}
            onChange={(value) => onChange(withColumn(order, { ...chosen, dates: value }))}
          />
        )}
        {chosen && target && target.options.length > 0 && (
          <ValueMeanings
            values={column.values}
            target={target}
            said={chosen.values ?? {}}
            onChange={(values) => onChange(withColumn(order, { ...chosen, values }))}
          />
        )}
      </div>
      <div className={styles.why}>
        <Why column={column} target={chosen?.target ?? null} />
        <ColumnNotices column={column} dated={Boolean(target && dated.has(target.type))} />
      </div>
    </li>
  );
}

const sureFrom = 0.8;
const reasons = ["as_before", "name_and_content_fit", "name_is_like", "name_fits_content_does_not", "content_fits", "added_by_chezhan"] as const;

/** How sure the guess is and what it rests on; a choice of one's own says that it is one. */
function Why({ column, target }: { column: ImportColumnOut; target: string | null }) {
  const t = useImportsTexts();
  if (target !== column.guess) {
    return (
      <div className={styles.guess}>
        <EditOutlined aria-hidden /> {t("columns.own")}
      </div>
    );
  }
  const confidence = column.guess === null ? "none" : column.confidence >= sureFrom ? "sure" : "unsure";
  const Icon = { none: MinusCircleOutlined, sure: CheckCircleOutlined, unsure: QuestionCircleOutlined }[confidence];
  const reason = reasons.find((one) => one === column.reason);
  return (
    <div className={styles.guess} data-confidence={confidence}>
      <Icon aria-hidden /> {t(`columns.confidence.${confidence}`)}
      {reason && <span className={styles.reason}>{t(`store.reason.${reason}`)}</span>}
    </div>
  );
}
