import { CloseOutlined, TagOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { useState } from "react";
import { storeHomeQuery } from "@/features/store/api/home";
import { tagsQuery } from "./api";
import { ManageTags } from "./ManageTags";
import { TagChip } from "./TagChip";
import { TagPicker } from "./TagPicker";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

type Props = { store: string; chosen: string[]; onChange: (tags: string[]) => void };

/** "标签包含 A 且 B": the list shows records that have all of them. Nothing where the store has no tags. */
export function TagFilter({ store, chosen, onChange }: Props) {
  const t = useTagsTexts();
  const tags = useQuery(tagsQuery(store)).data ?? [];
  const manages = useQuery(storeHomeQuery(store)).data?.permissions.includes("tag.write") ?? false;
  const [open, setOpen] = useState(false);
  const [managing, setManaging] = useState(false);
  if (tags.length === 0 && chosen.length === 0) return null;
  return (
    <div className={styles.filter} role="group" aria-label={t("filter")}>
      {chosen.length > 0 && <span className={styles.word}>{t("contains")}</span>}
      {chosen.map((id, at) => {
        const tag = tags.find((one) => one.id === id) ?? { name: t("gone"), color: "#515d6e" };
        return (
          <span key={id} className={styles.chips}>
            {at > 0 && <span className={styles.word}>{t("and")}</span>}
            <TagChip tag={tag} />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t("removeFilter", { name: tag.name })}
              onClick={() => onChange(chosen.filter((other) => other !== id))}
            />
          </span>
        );
      })}
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        classNames={{ root: "cz-pop-sheet" }}
        content={
          <div className={styles.picker}>
            {manages && (
              <Button
                type="link"
                size="small"
                className={styles.manage ?? ""}
                onClick={() => {
                  setOpen(false);
                  setManaging(true);
                }}
              >
                {t("manage")}
              </Button>
            )}
            <TagPicker
              store={store}
              without={chosen}
              making={false}
              onPick={(tag) => {
                setOpen(false);
                onChange([...chosen, tag.id]);
              }}
            />
          </div>
        }
      >
        <Button type="text" size="small" icon={<TagOutlined />} className={styles.add}>
          {t("filter")}
        </Button>
      </Popover>
      <ManageTags store={store} open={managing} onClose={() => setManaging(false)} />
    </div>
  );
}
