import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { changeTag, deleteTag, mergeTags } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { tagsQuery } from "./api";
import type { Tag } from "./api";
import { DeleteTag, MergeTag, RenameTag } from "./tagForms";
import { TagChip } from "./TagChip";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

type Doing = { kind: "change" | "merge" | "delete"; tag: Tag };
type Deed = { kind: "change"; tag: Tag; name: string; color: string } | { kind: "merge"; tag: Tag; into: string } | { kind: "delete"; tag: Tag };

/** Rename, merge and delete the store's tags. */
export function ManageTags({ store, open, onClose }: { store: string; open: boolean; onClose: () => void }) {
  const t = useTagsTexts();
  const client = useQueryClient();
  const tags = useQuery(tagsQuery(store)).data ?? [];
  const [doing, setDoing] = useState<Doing | null>(null);
  const headers = inStore(store);
  const doingIt = useMutation({
    mutationFn: async (deed: Deed): Promise<unknown> => {
      const path = { tag_id: deed.tag.id };
      if (deed.kind === "change") return changeTag({ headers, path, body: { name: deed.name, color: deed.color } });
      if (deed.kind === "merge") return mergeTags({ headers, path, body: { into: deed.into } });
      return deleteTag({ headers, path });
    },
    onSuccess: async () => {
      setDoing(null);
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
  });
  const leave = () => {
    doingIt.reset();
    setDoing(null);
  };
  const titles = { change: "changeOf", merge: "mergeOf", delete: "deleteOf" } as const;
  return (
    <Sheet
      open={open}
      title={doing ? t(titles[doing.kind], { name: doing.tag.name }) : t("manage")}
      onClose={() => {
        leave();
        onClose();
      }}
    >
      {doing === null ? (
        <>
          <p className={styles.soft}>{t("manageText")}</p>
          {tags.length === 0 && <p className={styles.soft}>{t("noneYet")}</p>}
          <ul className={styles.list}>
            {tags.map((tag) => (
              <li key={tag.id}>
                <span className={styles.words}>
                  <TagChip tag={tag} />
                </span>
                <Button size="small" aria-label={t("changeOf", { name: tag.name })} onClick={() => setDoing({ kind: "change", tag })}>
                  {t("change")}
                </Button>
                {tags.length > 1 && (
                  <Button size="small" aria-label={t("mergeOf", { name: tag.name })} onClick={() => setDoing({ kind: "merge", tag })}>
                    {t("merge")}
                  </Button>
                )}
                <Button size="small" danger aria-label={t("deleteOf", { name: tag.name })} onClick={() => setDoing({ kind: "delete", tag })}>
                  {t("delete")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div className={styles.form}>
          {doing.kind === "change" && (
            <RenameTag
              tag={doing.tag}
              busy={doingIt.isPending}
              onSave={(name, color) => doingIt.mutate({ kind: "change", tag: doing.tag, name, color })}
              onBack={leave}
            />
          )}
          {doing.kind === "merge" && (
            <MergeTag
              tag={doing.tag}
              others={tags.filter(({ id }) => id !== doing.tag.id)}
              busy={doingIt.isPending}
              onMerge={(into) => doingIt.mutate({ kind: "merge", tag: doing.tag, into })}
              onBack={leave}
            />
          )}
          {doing.kind === "delete" && (
            <DeleteTag tag={doing.tag} busy={doingIt.isPending} onDelete={() => doingIt.mutate({ kind: "delete", tag: doing.tag })} onBack={leave} />
          )}
          <FormError error={doingIt.error} />
        </div>
      )}
    </Sheet>
  );
}
