import { Select } from "antd";
import { usePrintTexts } from "../texts";
import styles from "./editor.module.css";
import { useEditor } from "./useEditor";
import type { Place } from "./places";

/** Places under the kinds of record that they are of. */
export function groupedOptions(places: Place[]) {
  const groups = new Map<string, Place[]>();
  for (const place of places) groups.set(place.group, [...(groups.get(place.group) ?? []), place]);
  return [...groups].map(([label, some]) => ({
    label,
    options: some.map(({ kept, shown }) => ({ value: kept, label: shown })),
  }));
}

/** Puts a field into a text. */
export function PlaceSelect({ onChoose }: { onChoose: (kept: string) => void }) {
  const t = usePrintTexts();
  const { places } = useEditor();
  return (
    <Select
      className={styles.insert ?? ""}
      aria-label={t("insert")}
      placeholder={t("insert")}
      value={null}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={260}
      options={groupedOptions(places)}
      onSelect={(kept: string | null) => kept && onChoose(kept)}
    />
  );
}

/** Several fields in the order in which they are chosen; `givens` of no record are none. */
export function FieldsSelect({ label, value, onChange }: { label: string; value: string[]; onChange: (fields: string[]) => void }) {
  const t = usePrintTexts();
  const { places } = useEditor();
  return (
    <Select
      mode="multiple"
      className={styles.wide ?? ""}
      aria-label={label}
      placeholder={t("facts.all")}
      value={value}
      showSearch={{ optionFilterProp: "label" }}
      options={groupedOptions(places.filter(({ kept }) => !kept.startsWith("@")))}
      onChange={onChange}
    />
  );
}
