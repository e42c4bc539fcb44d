import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Block } from "../api";
import { usePrintTexts } from "../texts";
import { FactsFields, HeadingFields, RowsFields, SignatureFields, SpaceFields, TextFields } from "./BlockFields";
import { duplicate, move, put, remove } from "./blocks";
import styles from "./editor.module.css";
import { Problems } from "./Problems";
import { useEditor } from "./useEditor";

type Props = { block: Block; first: boolean; last: boolean; chosen: boolean; onChoose: () => void };

/** One block: what it is, its settings, and where it stands. */
export function BlockCard({ block, first, last, chosen, onChoose }: Props) {
  const t = usePrintTexts();
  const { layout, change } = useEditor();
  const name = t(`kind.${block.kind}`);
  return (
    <li className={styles.block} data-chosen={chosen} onFocusCapture={onChoose}>
      <div className={styles.blockHead}>
        <b>{name}</b>
        <span>
          <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={first} aria-label={t("up", { name })} onClick={() => change(move(layout, block.id, -1))} />
          <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={last} aria-label={t("down", { name })} onClick={() => change(move(layout, block.id, 1))} />
          <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t("duplicate", { name })} onClick={() => change(duplicate(layout, block.id))} />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t("remove", { name })} onClick={() => change(remove(layout, block.id))} />
        </span>
      </div>
      <Fields block={block} onChange={(next, kind) => change(put(layout, next), kind)} />
      <Problems of={block.id} />
    </li>
  );
}

function Fields({ block, onChange }: { block: Block; onChange: (block: Block, kind?: string) => void }) {
  switch (block.kind) {
    case "heading":
      return <HeadingFields block={block} onChange={onChange} />;
    case "text":
      return <TextFields block={block} onChange={onChange} />;
    case "facts":
      return <FactsFields block={block} onChange={onChange} />;
    case "rows":
      return <RowsFields block={block} onChange={onChange} />;
    case "space":
      return <SpaceFields block={block} onChange={onChange} />;
    case "signatures":
      return <SignatureFields block={block} onChange={onChange} />;
    case "line":
    case "break":
      return null;
  }
}
