import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, MergeCellsOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Sign } from "@/components/exchange/Sign";
import type { Tone } from "@/components/exchange/Sign";
import type { Post } from "./api";
import { useSourceTexts } from "./texts";

const signs = {
  received: [<ClockCircleOutlined key="i" />, "soft"],
  created: [<CheckCircleOutlined key="i" />, "good"],
  merged: [<MergeCellsOutlined key="i" />, "good"],
  refused: [<CloseCircleOutlined key="i" />, "trouble"],
} satisfies Record<Post["outcome"], [ReactNode, Tone]>;

export function OutcomeSign({ outcome }: { outcome: Post["outcome"] }) {
  const t = useSourceTexts();
  const [icon, tone] = signs[outcome];
  return (
    <Sign icon={icon} tone={tone}>
      {t(`outcome.${outcome}`)}
    </Sign>
  );
}
