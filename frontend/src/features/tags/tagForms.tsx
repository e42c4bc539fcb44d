import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { useCommonTexts } from "@/components/texts";
import type { Tag } from "./api";
import { palette } from "./tagColor";
import { TagChip } from "./TagChip";
import styles from "./tags.module.css";
import { useTagsTexts } from "./texts";

type Common = { tag: Tag; busy: boolean; onBack: () => void };

function Buttons({ onBack, children }: { onBack: () => void; children: ReactNode }) {
  const tCommon = useCommonTexts();
  return (
    <div className={styles.buttons}>
      <Button onClick={onBack}>{tCommon("cancel")}</Button>
      {children}
    </div>
  );
}

export function RenameTag({ tag, busy, onSave, onBack }: Common & { onSave: (name: string, color: string) => void }) {
  const t = useTagsTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const [name, setName] = useState(tag.name);
  const [color, setColor] = useState(tag.color);
  const offered = [...new Set([...palette, tag.color])];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSave(name.trim(), color);
      }}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t("name")}</label>
        <Input id={id} value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className={styles.colors} role="group" aria-label={t("color")}>
        {offered.map((one, at) => (
          <button
            key={one}
            type="button"
            style={{ background: one }}
            aria-label={t("colorNo", { number: at + 1 })}
            aria-pressed={one === color}
            onClick={() => setColor(one)}
          />
        ))}
      </div>
      <div>
        <TagChip tag={{ name: name.trim() || tag.name, color }} />
      </div>
      <Buttons onBack={onBack}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!name.trim()}>
          {tCommon("save")}
        </Button>
      </Buttons>
    </form>
  );
}

export function MergeTag({ tag, others, busy, onMerge, onBack }: Common & { others: Tag[]; onMerge: (into: string) => void }) {
  const t = useTagsTexts();
  const id = useId();
  const [into, setInto] = useState<string | null>(null);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{t("mergeInto")}</label>
        <Select
          id={id}
          value={into}
          placeholder={t("placeholder")}
          showSearch={{ optionFilterProp: "title" }}
          options={others.map((one) => ({ value: one.id, title: one.name, label: <TagChip tag={one} /> }))}
          onChange={setInto}
        />
      </div>
      <p>{t("mergeText", { name: tag.name })}</p>
      <Buttons onBack={onBack}>
        <Button danger type="primary" loading={busy} disabled={into === null} onClick={() => into && onMerge(into)}>
          {t("mergeDo")}
        </Button>
      </Buttons>
    </>
  );
}

export function DeleteTag({ tag, busy, onDelete, onBack }: Common & { onDelete: () => void }) {
  const t = useTagsTexts();
  return (
    <>
      <p>{t("deleteText", { name: tag.name })}</p>
      <Buttons onBack={onBack}>
        <Button danger type="primary" loading={busy} onClick={onDelete}>
          {t("deleteDo")}
        </Button>
      </Buttons>
    </>
  );
}
