import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, MinusCircleOutlined, QuestionCircleOutlined, SendOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Message } from "./api";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";

const signs = {
  queued: [<ClockCircleOutlined key="i" />, "soft"],
  sending: [<SendOutlined key="i" />, "soft"],
  sent: [<SendOutlined key="i" />, ""],
  delivered: [<CheckCircleOutlined key="i" />, "good"],
  failed: [<CloseCircleOutlined key="i" />, "trouble"],
  unknown: [<QuestionCircleOutlined key="i" />, "trouble"],
  suppressed: [<MinusCircleOutlined key="i" />, "soft"],
} satisfies Record<Message["state"], [ReactNode, string]>;

/** How far a message got: a sign and its word. */
export function StateTag({ state }: { state: Message["state"] }) {
  const t = useMessageTexts();
  const [icon, tone] = signs[state];
  return (
    <span className={`${styles.state} ${tone ? (styles[tone] ?? "") : ""}`}>
      <span aria-hidden>{icon}</span>
      {t(`state.${state}`)}
    </span>
  );
}
