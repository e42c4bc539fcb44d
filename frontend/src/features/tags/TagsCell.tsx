import type { Tag } from "./api";
import { TagChip } from "./TagChip";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

/** The tags of a row of a list; on phones only where there are some. */
export function TagsCell({ tags }: { tags: Tag[] }) {
  const t = useTagsTexts();
  return (
    <td data-label={t("column")} data-off-card={tags.length === 0} className={styles.cell}>
      <span className={styles.chips}>
        {tags.map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
      </span>
    </td>
  );
}
