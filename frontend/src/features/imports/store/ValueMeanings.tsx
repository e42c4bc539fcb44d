import { Select } from "antd";
import { useState } from "react";
import type { ImportTargetOut, LabelOut } from "@/api/types.gen";
import styles from "./store.module.css";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";
import { unknownValues } from "./mapping";

const refuse = "\u0000";

/** Texts of the column that are no choice of the field, each with what it means; what is not said is refused. */
export function ValueMeanings(props: {
  values: string[];
  target: ImportTargetOut;
  said: Record<string, string>;
  onChange: (said: Record<string, string>) => void;
}) {
  const { values, target, said, onChange } = props;
  const t = useImportsTexts();
  const text = useText();
  // Those that were asked about stay in their place once they are answered.
  const [asked] = useState(() => unknownValues(values, target, {}));
  if (asked.length === 0) return null;
  const open = unknownValues(asked, target, said).length;
  const options = target.options as { value: string; label: LabelOut }[];
  return (
    <details className={styles.meanings} open={open > 0}>
      <summary>{open > 0 ? t("store.values.open", { count: open }) : t("store.values.said", { count: asked.length })}</summary>
      <ul>
        {asked.map((value) => (
          <li key={value}>
            <code>{value}</code>
            <Select
              aria-label={t("store.values.means", { value })}
              value={said[value] ?? refuse}
              onChange={(chosen: string) => {
                const { [value]: _, ...others } = said;
                onChange(chosen === refuse ? others : { ...others, [value]: chosen });
              }}
              options={[
                { value: refuse, label: t("store.values.refuse") },
                { value: "", label: t("store.values.empty") },
                ...options.map((option) => ({ value: option.value, label: text(option.label) })),
              ]}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
