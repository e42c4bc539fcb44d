import { useDraggable } from "@dnd-kit/core";
import { FieldStringOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { AddRows } from "./AddRows";
import { partsIn } from "./layout";
import type { RowsPart } from "./layout";
import { useDesigner } from "./useDesigner";

type Props = { onAdd: (field: string) => void; onNote: () => void; onRows: (part: RowsPart) => void; onNewField: () => void };

/** What can be put into the form: the fields that are not in it yet, above those that are. */
export function Palette({ onAdd, onNote, onRows, onNewField }: Props) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { entity, layout, select } = useDesigner();
  const [words, setWords] = useState("");
  const there = new Map(partsIn(layout).flatMap((part) => (part.kind === "field" ? [[part.field, part.id] as const] : [])));
  const sought = words.trim().toLowerCase();
  const found = entity.fields.filter(({ label, name }) => [label.zh, label.en, name].some((text) => text.toLowerCase().includes(sought)));
  const free = found.filter(({ name }) => !there.has(name));
  const used = found.filter(({ name }) => there.has(name));
  return (
    <aside className={styles.palette} aria-label={t("palette.title")}>
      <Input
        allowClear
        type="search"
        aria-label={t("palette.search")}
        placeholder={t("palette.search")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={styles.paletteButtons}>
        <Button type="primary" ghost icon={<PlusOutlined />} onClick={onNewField}>
          {t("palette.newField")}
        </Button>
        <Button icon={<FieldStringOutlined />} onClick={onNote}>
          {t("palette.note")}
        </Button>
        <AddRows onAdd={onRows} />
      </div>
      <h3>{t("palette.free", { count: free.length })}</h3>
      {free.length === 0 && <p className={styles.soft}>{t(sought ? "palette.nothing" : "palette.allIn")}</p>}
      <ul className={styles.fields}>
        {free.slice(0, 100).map((field) => (
          <FreeField key={field.name} field={field} onAdd={() => onAdd(field.name)} />
        ))}
      </ul>
      {free.length > 100 && <p className={styles.soft}>{t("palette.more", { count: free.length - 100 })}</p>}
      {used.length > 0 && (
        <details open={sought !== ""}>
          <summary>{t("palette.used", { count: used.length })}</summary>
          <ul className={styles.fields}>
            {used.slice(0, 200).map(({ name, label }) => (
              <li key={name}>
                <button type="button" className={styles.used} onClick={() => select(there.get(name) ?? null)}>
                  {labelIn(label, i18n.language)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function FreeField({ field, onAdd }: { field: Field; onAdd: () => void }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `new ${field.name}` });
  const label = labelIn(field.label, i18n.language);
  return (
    <li>
      <button
        type="button"
        ref={setNodeRef}
        className={styles.free}
        data-dragging={isDragging}
        title={t("palette.add", { name: label })}
        aria-label={t("palette.add", { name: label })}
        onClick={onAdd}
        {...(listeners?.onPointerDown ? { onPointerDown: listeners.onPointerDown as React.PointerEventHandler } : {})}
      >
        <PlusOutlined aria-hidden /> {label}
      </button>
    </li>
  );
}
