import { Input } from "antd";
import { useRef } from "react";
import { PlaceSelect } from "./PlaceSelect";
import { insertAt, toKept, toShown } from "./places";
import styles from "./editor.module.css";
import { useEditor } from "./useEditor";

type Props = { label: string; value: string; lines?: boolean; limit: number; placeholder?: string; onChange: (text: string) => void };

/** A text with fields in it, which people read by their labels. */
export function PlacedText({ label, value, lines = false, limit, placeholder = "", onChange }: Props) {
  const { places } = useEditor();
  const shown = toShown(value, places);
  // Where the cursor was last: choosing a field takes it away.
  const cursor = useRef<number | null>(null);
  const change = (text: string) => onChange(toKept(text, places).slice(0, limit));
  const held = {
    "aria-label": label,
    placeholder,
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
    <div className={styles.placed}>
      {lines ? <Input.TextArea {...held} autoSize={{ minRows: 2, maxRows: 12 }} /> : <Input {...held} />}
      <PlaceSelect
        onChoose={(kept) => {
          const name = places.find((place) => place.kept === kept)?.shown ?? kept;
          const put = insertAt(shown, name, cursor.current ?? shown.length);
          cursor.current = put.at;
          change(put.text);
        }}
      />
    </div>
  );
}
