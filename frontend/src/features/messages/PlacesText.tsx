import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { insertAt, toKept, toShown } from "@/features/printing/editor/places";
import type { Place } from "@/features/printing/editor/places";
import { placesQuery } from "./api";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";

type Props = { store: string; entity: string; label: string; value: string; limit: number; lines?: boolean; onChange: (text: string) => void };
const given = ["store", "today", "unsubscribe"] as const;

/** A text with fields in it, which people read by their labels; and the fields to choose from. */
export function PlacesText({ store, entity, label, value, limit, lines = false, onChange }: Props) {
  const t = useMessageTexts();
  const { i18n } = useTranslation();
  const named = useQuery(placesQuery(store, entity, "")).data?.places ?? [];
  const chinese = i18n.language.startsWith("zh");
  const places: Place[] = [
    ...given.map((one) => ({ kept: `@${one}`, shown: t(`given.${one}`), group: "" })),
    ...named.map((one) => ({ kept: one.path, shown: (chinese ? one.label_zh : one.label_en).replace(/[{}|]/g, " "), group: "" })),
  ];
  const shown = toShown(value, places);
  // Where the cursor was last: choosing a field takes it away.
  const cursor = useRef<number | null>(null);
  const change = (text: string) => onChange(toKept(text, places).slice(0, limit));
  const held = {
    "aria-label": label,
    value: shown,
    onChange: ({ target }: { target: { value: string; selectionStart: number | null } }) => {
      cursor.current = target.selectionStart;
      change(target.value);
    },
    onSelect: ({ currentTarget }: { currentTarget: { selectionStart: number | null } }) => {
      cursor.current = currentTarget.selectionStart;
    },
  };
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <span className={styles.grow}>{label}</span>
        <Select
          size="small"
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("putField")}
          placeholder={t("putField")}
          popupMatchSelectWidth={280}
          value={null}
          options={places.map((one) => ({ value: one.kept, label: one.shown }))}
          onChange={(kept: string | null) => {
            const name = places.find((one) => one.kept === kept)?.shown;
            if (name === undefined) return;
            const put = insertAt(shown, name, cursor.current ?? shown.length);
            cursor.current = put.at;
            change(put.text);
          }}
        />
      </div>
      {lines ? <Input.TextArea {...held} autoSize={{ minRows: 3, maxRows: 12 }} /> : <Input {...held} />}
    </div>
  );
}
