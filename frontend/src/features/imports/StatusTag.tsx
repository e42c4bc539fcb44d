import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  LoadingOutlined,
  RollbackOutlined,
  StopOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { ImportSummary } from "@/api/types.gen";
import styles from "./statusTag.module.css";
import { useImportsTexts } from "./texts";

type Status = ImportSummary["status"];

const icons = {
  analysing: LoadingOutlined,
  ready: ClockCircleOutlined,
  running: LoadingOutlined,
  done: CheckCircleOutlined,
  failed: CloseCircleOutlined,
  cancelled: StopOutlined,
  undoing: LoadingOutlined,
  undone: RollbackOutlined,
} as const satisfies Record<Status, ComponentType>;

export function StatusTag({ status }: { status: Status }) {
  const t = useImportsTexts();
  const Icon = icons[status];
  return (
    <span className={styles.tag} data-status={status}>
      <Icon aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
