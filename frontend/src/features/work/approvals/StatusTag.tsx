import { Tag } from "antd";
import type { Instance } from "./api";
import { useApprovalTexts } from "./texts";

const colors = { running: "blue", done: "default", withdrawn: "default", cancelled: "default" } as const;
const outcomes = { approved: "green", rejected: "red" } as const;

/** How a flow stands, or how it ended. */
export function StatusTag({ instance: { status, outcome } }: { instance: Pick<Instance, "status" | "outcome"> }) {
  const t = useApprovalTexts();
  if (status === "done" && (outcome === "approved" || outcome === "rejected")) return <Tag color={outcomes[outcome]}>{t(`status.${outcome}`)}</Tag>;
  return <Tag color={colors[status]}>{t(`status.${status}`)}</Tag>;
}
