import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  LoadingOutlined,
  RollbackOutlined,
  StopOutlined,
} from "@ant-design/icons";
import { Tag } from "antd";
import type { ComponentType } from "react";
import type { ImportSummary } from "@/api/types.gen";
import { useImportsTexts } from "./texts";

type Status = ImportSummary["status"];

const looks = {
  analysing: { color: "processing", icon: LoadingOutlined },
  ready: { color: "warning", icon: ClockCircleOutlined },
  running: { color: "processing", icon: LoadingOutlined },
  done: { color: "success", icon: CheckCircleOutlined },
  failed: { color: "error", icon: CloseCircleOutlined },
  cancelled: { color: "default", icon: StopOutlined },
  undoing: { color: "processing", icon: LoadingOutlined },
  undone: { color: "default", icon: RollbackOutlined },
} as const satisfies Record<Status, { color: string; icon: ComponentType }>;

export function StatusTag({ status }: { status: Status }) {
  const t = useImportsTexts();
  const { color, icon: Icon } = looks[status];
  return (
    <Tag color={color} icon={<Icon aria-hidden />}>
      {t(`status.${status}`)}
    </Tag>
  );
}
