import { CheckCircleFilled, ClockCircleOutlined, LoadingOutlined, RollbackOutlined } from "@ant-design/icons";
import type { ComponentType } from "react";
import type { PartOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import { Bar } from "@/features/imports/frame/Bar";
import { useImportsTexts } from "@/features/imports/texts";
import styles from "./run.module.css";

const icons = {
  waiting: ClockCircleOutlined,
  writing: LoadingOutlined,
  done: CheckCircleFilled,
  taking_back: LoadingOutlined,
  taken_back: RollbackOutlined,
} as const satisfies Record<PartOut["status"], ComponentType>;

const order: PartOut["status"][] = ["writing", "taking_back", "waiting", "done", "taken_back"];

/** Where each store stands: what is being worked on first, then what waits, then what is done. */
export function PartStates({ parts }: { parts: PartOut[] }) {
  const t = useImportsTexts();
  const sorted = parts.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return (
    <ul className={styles.parts}>
      {sorted.map((part) => {
        const Icon = icons[part.status];
        return (
          <li key={part.number} data-status={part.status}>
            <Icon aria-hidden className={styles.icon} />
            <span className={styles.name}>{part.store?.name ?? part.name}</span>
            <span className={styles.state}>{t(`part.status.${part.status}`)}</span>
            <span className={styles.rows}>
              {part.status === "waiting"
                ? formatCount(part.rows)
                : t("progress.rows", { done: formatCount(part.done), total: formatCount(part.rows) })}
            </span>
            {part.status === "writing" && (
              <span className={styles.bar}>
                <Bar part={part.rows ? part.done / part.rows : 0} label={part.name} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
