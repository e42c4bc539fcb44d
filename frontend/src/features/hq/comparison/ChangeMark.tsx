import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from "@ant-design/icons";
import styles from "./changeMark.module.css";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";

/** How much more or less, with an arrow beside the colour. `change`: 0.12 is twelve percent more. */
export function ChangeMark({ change }: { change: number | null }) {
  const t = useCompareTexts();
  const { percent } = useFormats();
  if (change === null) {
    return (
      <span className={styles.none} title={t("change.none")}>
        –<span className="cz-hidden">{t("change.none")}</span>
      </span>
    );
  }
  const shown = percent(change);
  const flat = shown === percent(0);
  const Icon = flat ? MinusOutlined : change > 0 ? ArrowUpOutlined : ArrowDownOutlined;
  const words = flat ? t("change.same") : t(change > 0 ? "change.up" : "change.down", { percent: shown });
  return (
    <span className={styles.mark} data-way={flat ? "same" : change > 0 ? "up" : "down"}>
      <Icon aria-hidden className={styles.icon} />
      <span aria-hidden>{shown}</span>
      <span className="cz-hidden">{words}</span>
    </span>
  );
}
