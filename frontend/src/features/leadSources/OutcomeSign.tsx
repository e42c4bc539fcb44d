import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, MergeCellsOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Post } from "./api";
import styles from "./leadSources.module.css";
import { useSourceTexts } from "./texts";

const signs = {
  received: [<ClockCircleOutlined key="i" />, "soft"],
  created: [<CheckCircleOutlined key="i" />, "good"],
  merged: [<MergeCellsOutlined key="i" />, "good"],
  refused: [<CloseCircleOutlined key="i" />, "trouble"],
} satisfies Record<Post["outcome"], [ReactNode, string]>;

/** A sign and its word. */
export function OutcomeSign({ outcome }: { outcome: Post["outcome"] }) {
  const t = useSourceTexts();
  const [icon, tone] = signs[outcome];
  return (
    <span className={`${styles.state} ${styles[tone] ?? ""}`}>
      <span aria-hidden>{icon}</span>
      {t(`outcome.${outcome}`)}
    </span>
  );
}
