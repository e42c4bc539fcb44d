import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BranchesOutlined,
  ClockCircleOutlined,
  FormOutlined,
  MergeOutlined,
  MessageOutlined,
  PartitionOutlined,
  PlayCircleOutlined,
  SendOutlined,
  StopOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { Face } from "../drawn/nodes";

type Look = { Icon: ComponentType; tone: "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "grey" };

/** People are blue, what the flow decides orange, what it does purple; its ends are green and grey. */
export const looks = {
  start: { Icon: PlayCircleOutlined, tone: "green" },
  approval: { Icon: AuditOutlined, tone: "blue" },
  task: { Icon: FormOutlined, tone: "blue" },
  copy: { Icon: SendOutlined, tone: "blue" },
  condition: { Icon: BranchesOutlined, tone: "orange" },
  parallel: { Icon: PartitionOutlined, tone: "orange" },
  join: { Icon: MergeOutlined, tone: "orange" },
  wait: { Icon: ClockCircleOutlined, tone: "yellow" },
  action: { Icon: ThunderboltOutlined, tone: "purple" },
  message: { Icon: MessageOutlined, tone: "purple" },
  webhook: { Icon: ApiOutlined, tone: "purple" },
  subflow: { Icon: ApartmentOutlined, tone: "purple" },
  end: { Icon: StopOutlined, tone: "grey" },
} satisfies Record<Face, Look>;
