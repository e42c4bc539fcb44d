import { Progress } from "antd";

/** How much of a file was sent up. */
export function SendingBar({ part, label }: { part: number; label: string }) {
  return <Progress percent={Math.round(part * 100)} size="small" aria-label={label} />;
}
