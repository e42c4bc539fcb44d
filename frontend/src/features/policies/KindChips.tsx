import type { LabelOut, PolicyShape } from "@/api/types.gen";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

/** One role over all kinds of record: which records, how many actions; a click shows the fields. */
export function KindChips(props: {
  label: string;
  kinds: { name: string; label: LabelOut; policy: PolicyShape }[];
  chosen: string;
  onChoose: (name: string) => void;
}) {
  const words = usePolicyWords();
  return (
    <div className={styles.kinds} role="group" aria-label={props.label}>
      {props.kinds.map(({ name, label, policy }) => (
        <button key={name} type="button" aria-pressed={name === props.chosen} onClick={() => props.onChoose(name)}>
          <span>{words.label(label)}</span>
          <span className={`${styles.soft} cz-small`}>{words.reach(policy.rows, name)}</span>
        </button>
      ))}
    </div>
  );
}
