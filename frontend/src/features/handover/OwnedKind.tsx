import { Checkbox, Segmented, Select } from "antd";
import type { OwnedOut } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import styles from "./handover.module.css";
import { useHandoverTexts } from "./texts";

/** What of one kind is handed over; `to` empty: to whom all else goes. */
export type Choice = { on: boolean; which: "open" | "all"; to: string[] };
type Props = {
  owned: OwnedOut;
  label: string;
  choice: Choice;
  people: { value: string; label: string }[];
  onChange: (choice: Choice) => void;
};

export function OwnedKind({ owned, label, choice, people, onChange }: Props) {
  const t = useHandoverTexts();
  const figures = { label, total: formatCount(owned.total), open: formatCount(owned.open ?? 0) };
  const parted = owned.open !== null && owned.open > 0 && owned.open < owned.total;
  return (
    <li className={styles.kind}>
      <Checkbox checked={choice.on} onChange={({ target }) => onChange({ ...choice, on: target.checked })}>
        {t(parted ? "kindOpen" : "kind", figures)}
      </Checkbox>
      {parted ? (
        <Segmented<Choice["which"]>
          aria-label={t("which", { label })}
          disabled={!choice.on}
          value={choice.which}
          options={[
            { value: "open", label: t("open") },
            { value: "all", label: t("all") },
          ]}
          onChange={(which) => onChange({ ...choice, which })}
        />
      ) : (
        <span />
      )}
      <Select
        mode="multiple"
        aria-label={t("other", { label })}
        placeholder={t("same")}
        disabled={!choice.on}
        value={choice.to}
        options={people}
        optionFilterProp="label"
        onChange={(to) => onChange({ ...choice, to })}
      />
    </li>
  );
}
