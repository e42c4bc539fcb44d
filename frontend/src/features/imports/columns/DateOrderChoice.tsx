import { Select } from "antd";
import { useImportsTexts } from "../texts";
import styles from "./columns.module.css";
import { dateOrders, readDay } from "./dates";
import type { DateOrder } from "./dates";

/** In which order the dates are written, each with how an example would then be read. */
export function DateOrderChoice(props: { examples: string[]; value: DateOrder; onChange: (order: DateOrder) => void }) {
  const t = useImportsTexts();
  const { examples } = props;

  function meaning(order: DateOrder): string {
    const name = t(`columns.order.${order}`);
    const example = examples.find((text) => readDay(text, order) !== null);
    const day = example === undefined ? null : readDay(example, order);
    return day ? t("columns.orderExample", { name, example, day }) : t("columns.orderNone", { name });
  }

  return (
    <Select<DateOrder>
      aria-label={t("columns.dateOrder")}
      className={styles.select}
      value={props.value}
      onChange={props.onChange}
      popupMatchSelectWidth={false}
      options={dateOrders.map((value) => ({ value, label: meaning(value) }))}
    />
  );
}
