import type { ColorRule } from "../layouts/layout";
import styles from "./marks.module.css";
import { useRecordsTexts } from "../texts";
import { signs } from "./tones";

/** Why a record stands out: the sign of the rule, with its words for those who rest on it or hear it. */
export function MarkSign({ rule }: { rule: ColorRule | undefined }) {
  const t = useRecordsTexts();
  if (!rule) return null;
  const text = rule.label || t(`colors.tone.${rule.tone}`);
  return (
    <span className={styles.sign} data-tone={rule.tone} title={text}>
      {signs[rule.tone]}
      <span className="cz-hidden">{text}</span>
    </span>
  );
}
