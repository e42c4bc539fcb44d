import { CompressOutlined, MinusOutlined, PartitionOutlined, PlusOutlined } from "@ant-design/icons";
import { Panel, useReactFlow } from "@xyflow/react";
import { Button, Space } from "antd";
import { useFlowTexts } from "../texts";

/** All of it in sight, above the buttons. */
export const whole = { padding: { top: "16px", left: "16px", right: "16px", bottom: "64px" }, maxZoom: 1 } as const;

/** Nearer, farther, all of it; and in order, where it is drawn. */
export function ZoomButtons({ onTidy }: { onTidy?: () => void }) {
  const t = useFlowTexts();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const acts = [
    { key: "zoom.in", icon: <PlusOutlined />, act: () => void zoomIn() },
    { key: "zoom.out", icon: <MinusOutlined />, act: () => void zoomOut() },
    { key: "zoom.fit", icon: <CompressOutlined />, act: () => void fitView(whole) },
  ] as const;
  return (
    <Panel position="bottom-left">
      <Space.Compact>
        {acts.map(({ key, icon, act }) => (
          <Button key={key} icon={icon} aria-label={t(key)} title={t(key)} onClick={act} />
        ))}
        {onTidy && (
          <Button icon={<PartitionOutlined />} onClick={onTidy}>
            {t("tidy")}
          </Button>
        )}
      </Space.Compact>
    </Panel>
  );
}
