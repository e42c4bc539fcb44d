import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, SendOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Delivery } from "./api";
import { useWebhookTexts } from "./texts";
import styles from "./webhooks.module.css";

const signs = {
  queued: [<ClockCircleOutlined key="i" />, "soft"],
  sending: [<SendOutlined key="i" />, "soft"],
  delivered: [<CheckCircleOutlined key="i" />, "good"],
  failed: [<CloseCircleOutlined key="i" />, "trouble"],
} satisfies Record<Delivery["state"], [ReactNode, string]>;

/** A sign and its word. */
export function StateSign({ state }: { state: Delivery["state"] }) {
  const t = useWebhookTexts();
  const [icon, tone] = signs[state];
  return (
    <span className={`${styles.state} ${styles[tone] ?? ""}`}>
      <span aria-hidden>{icon}</span>
      {t(`state.${state}`)}
    </span>
  );
}
