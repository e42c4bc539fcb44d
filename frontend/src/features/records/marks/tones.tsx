import {
  CheckCircleFilled,
  ClockCircleFilled,
  ExclamationCircleFilled,
  InfoCircleFilled,
  MinusCircleFilled,
  StarFilled,
  WarningFilled,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { ColorRule } from "../layouts/layout";

export type Tone = ColorRule["tone"];

/** Each colour goes with a sign of its own, for those who tell colours badly and for print. */
export const signs = {
  red: <ExclamationCircleFilled aria-hidden />,
  orange: <WarningFilled aria-hidden />,
  yellow: <ClockCircleFilled aria-hidden />,
  green: <CheckCircleFilled aria-hidden />,
  blue: <InfoCircleFilled aria-hidden />,
  purple: <StarFilled aria-hidden />,
  grey: <MinusCircleFilled aria-hidden />,
} satisfies Record<Tone, ReactNode>;

export const tones = Object.keys(signs) as Tone[];
export const mostColors = 8;
export const longestLabel = 30;
