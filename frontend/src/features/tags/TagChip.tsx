import { CloseOutlined } from "@ant-design/icons";
import type { Tag } from "./api";
import { textOn } from "./tagColor";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

export function TagChip({ tag, onRemove }: { tag: Pick<Tag, "name" | "color">; onRemove?: () => void }) {
  const t = useTagsTexts();
  return (
    <span className={styles.chip} style={{ background: tag.color, color: textOn(tag.color) }}>
      <span className={styles.name}>{tag.name}</span>
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={t("remove", { name: tag.name })} onClick={onRemove}>
          <CloseOutlined aria-hidden />
        </button>
      )}
    </span>
  );
}
