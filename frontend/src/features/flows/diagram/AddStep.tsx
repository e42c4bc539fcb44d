import { PlusOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import type { CSSProperties } from "react";
import { faces } from "../drawn/nodes";
import type { Face } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import styles from "./diagram.module.css";
import { looks } from "./kinds";
import { useShown } from "./shown";
import type { Gap } from "./shown";

/** Nothing leads to a start. */
export const insertable = faces.filter((face) => face !== "start");

/** A small plus in the drawing, which asks what kind of step is put here. `open`: something is missing here. */
export function AddStep({ gap, style, open = false }: { gap: Gap; style: CSSProperties; open?: boolean }) {
  const t = useFlowTexts();
  const { saying, onInsert } = useShown();
  const items = insertable.map((kind) => {
    const { Icon } = looks[kind];
    return { key: kind, icon: <Icon />, label: saying.kind(kind) };
  });
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => onInsert?.(key as Face, gap) }}>
      <button type="button" className={`nodrag nopan ${styles.plus}`} style={style} data-open={open} aria-label={t("add.here")} title={t("add.here")}>
        <PlusOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}
