import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useErrorNotice } from "@/components/errorNotice";
import { storeHomeQuery } from "@/features/store/api/home";
import { makeTag, tagsQuery } from "./api";
import type { Tag } from "./api";
import { TagChip } from "./TagChip";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

type Props = {
  store: string;
  /** Ids that are not offered: they are on already. */
  without: string[];
  /** Whether a tag that there is none of may be made, by whoever may. */
  making: boolean;
  onPick: (tag: Tag) => void;
  onLeave?: () => void;
};

const makes = "+";
const focusOnce = (select: { focus: () => void } | null) => select?.focus();

/** Type to find a tag; where it is allowed the last line makes what was typed a new one. */
export function TagPicker({ store, without, making, onPick, onLeave }: Props) {
  const t = useTagsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const tags = useQuery(tagsQuery(store)).data ?? [];
  const mayMake = (useQuery(storeHomeQuery(store)).data?.permissions.includes("tag.write") ?? false) && making;
  const [words, setWords] = useState("");
  const typed = words.trim();
  const makingOne = useMutation({
    mutationFn: (name: string) => makeTag(store, name),
    onSuccess: async (tag) => {
      setWords("");
      await client.invalidateQueries({ queryKey: tagsQuery(store).queryKey });
      onPick(tag);
    },
    onError: refuse,
  });
  const left = tags.filter(({ id, name }) => !without.includes(id) && name.toLowerCase().includes(typed.toLowerCase()));
  const known = tags.some(({ name }) => name === typed);
  const options = [
    ...left.map((tag) => ({ value: tag.id, title: tag.name, label: <TagChip tag={tag} /> })),
    ...(mayMake && typed && !known ? [{ value: makes, title: typed, label: t("make", { name: typed }) }] : []),
  ];
  return (
    <Select
      ref={focusOnce}
      defaultOpen
      className={styles.pick}
      value={null}
      loading={makingOne.isPending}
      aria-label={t("add")}
      placeholder={t(mayMake ? "placeholderMake" : "placeholder")}
      showSearch={{ filterOption: false, searchValue: words, onSearch: (text: string) => setWords(text.slice(0, 30)) }}
      notFoundContent={t(tags.length === 0 ? "noneYet" : "none")}
      options={options}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave?.();
      }}
      onSelect={(value: string | null) => {
        if (value === makes) makingOne.mutate(typed);
        else {
          const tag = tags.find(({ id }) => id === value);
          setWords("");
          if (tag) onPick(tag);
        }
      }}
    />
  );
}
