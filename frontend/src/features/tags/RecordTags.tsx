import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useErrorNotice } from "@/components/errorNotice";
import { putTags, recordTagsQuery } from "./api";
import type { Tag } from "./api";
import { TagChip } from "./TagChip";
import { TagPicker } from "./TagPicker";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

/** The tags of one record; whoever may comment on it may change them. */
export function RecordTags({ store, entity, id, writable }: { store: string; entity: string; id: string; writable: boolean }) {
  const t = useTagsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const [adding, setAdding] = useState(false);
  const query = recordTagsQuery(store, entity, id);
  const tags = useQuery(query).data;
  const putting = useMutation({
    mutationFn: (next: Tag[]) => putTags(store, entity, id, next.map((tag) => tag.id)),
    onMutate: async (next) => {
      await client.cancelQueries({ queryKey: query.queryKey });
      client.setQueryData(query.queryKey, next);
      return tags;
    },
    onError: (error, _, before) => {
      client.setQueryData(query.queryKey, before);
      refuse(error);
    },
    onSuccess: (now) => {
      client.setQueryData(query.queryKey, now);
      void client.invalidateQueries({ queryKey: ["store", store, "rowTags"] });
      void client.invalidateQueries({ queryKey: ["store", store, "records"], refetchType: "none" });
    },
  });
  if (!tags || (tags.length === 0 && !writable)) return null;
  return (
    <div className={styles.row} role="group" aria-label={t("title")}>
      {tags.map((tag) => (
        <TagChip
          key={tag.id}
          tag={tag}
          {...(writable && { onRemove: () => putting.mutate(tags.filter(({ id: other }) => other !== tag.id)) })}
        />
      ))}
      {writable && !adding && (
        <Button type="text" size="small" icon={<PlusOutlined />} className={styles.add} onClick={() => setAdding(true)}>
          {t("add")}
        </Button>
      )}
      {writable && adding && (
        <TagPicker
          store={store}
          without={tags.map((tag) => tag.id)}
          making
          onPick={(tag) => putting.mutate([...tags, tag])}
          onLeave={() => setAdding(false)}
        />
      )}
    </div>
  );
}
