import { useQuery } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import type { BulkOrderIn } from "@/api/types.gen";
import { tagsQuery } from "./api";
import { TagChip } from "./TagChip";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

type Kind = "tag" | "untag";

/** Which tags go on or come off the chosen records. */
export function BulkTags({ store, choice, onOrder }: { store: string; choice: BulkOrderIn["choice"]; onOrder: (order: BulkOrderIn) => void }) {
  const t = useTagsTexts();
  const tags = useQuery(tagsQuery(store)).data ?? [];
  const [kind, setKind] = useState<Kind>("tag");
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onOrder({ kind, choice, values: { tags: chosen } });
      }}
    >
      <Segmented<Kind>
        aria-label={t("bulkDo")}
        value={kind}
        onChange={setKind}
        options={[
          { value: "tag", label: t("bulkTag") },
          { value: "untag", label: t("bulkUntag") },
        ]}
      />
      <Select
        mode="multiple"
        maxCount={10}
        aria-label={t("title")}
        placeholder={t("placeholder")}
        notFoundContent={t(tags.length === 0 ? "noneYet" : "none")}
        showSearch={{ optionFilterProp: "title" }}
        value={chosen}
        options={tags.map((tag) => ({ value: tag.id, title: tag.name, label: <TagChip tag={tag} /> }))}
        onChange={setChosen}
      />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={chosen.length === 0}>
          {t("next")}
        </Button>
      </div>
    </form>
  );
}
