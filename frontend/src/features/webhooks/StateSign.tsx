import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, SendOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Sign } from "@/components/exchange/Sign";
import type { Tone } from "@/components/exchange/Sign";
import type { Delivery } from "./api";
import { useWebhookTexts } from "./texts";

const signs = {
  queued: [<ClockCircleOutlined key="i" />, "soft"],
  sending: [<SendOutlined key="i" />, "soft"],
  delivered: [<CheckCircleOutlined key="i" />, "good"],
  failed: [<CloseCircleOutlined key="i" />, "trouble"],
} satisfies Record<Delivery["state"], [ReactNode, Tone]>;

export function StateSign({ state }: { state: Delivery["state"] }) {
  const t = useWebhookTexts();
  const [icon, tone] = signs[state];
  return (
    <Sign icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </Sign>
  );
}
