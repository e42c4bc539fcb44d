import { CheckCircleOutlined, EditOutlined, MinusCircleOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import type { ComponentType } from "react";
import type { ColumnOut } from "@/api/types.gen";
import { useImportsTexts } from "@/features/imports/texts";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/columns/columns.module.css";
import { confidenceOf } from "./mapping";
import type { Confidence } from "./mapping";

const icons = {
  sure: CheckCircleOutlined,
  likely: QuestionCircleOutlined,
  unsure: QuestionCircleOutlined,
  none: MinusCircleOutlined,
} as const satisfies Record<Confidence, ComponentType>;

/** How sure the guess is and what it rests on; a choice of one's own says that it is one. */
export function GuessMark({ column, target }: { column: ColumnOut; target: string | null }) {
  const t = useImportsTexts();
  const text = useText();
  if (target !== column.guess.target) {
    return (
      <div className={styles.guess}>
        <EditOutlined aria-hidden /> {t("columns.own")}
      </div>
    );
  }
  const confidence = confidenceOf(column);
  const Icon = icons[confidence];
  return (
    <div className={styles.guess} data-confidence={confidence}>
      <Icon aria-hidden /> {t(`columns.confidence.${confidence}`)}
      {column.guess.reason !== "no_field_fits" && <span className={styles.reason}>{text(column.guess.text)}</span>}
    </div>
  );
}
