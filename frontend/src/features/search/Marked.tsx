import { markOf } from "./marks";
import styles from "./search.module.css";

/** A text with what was typed standing out; all of it when it was found another way, by pinyin say. */
export function Marked({ text, typed, whole }: { text: string; typed: string; whole?: boolean }) {
  const found = markOf(text, typed) ?? (whole ? [0, text.length] : null);
  if (!found) return text;
  return (
    <>
      {text.slice(0, found[0])}
      <mark className={styles.mark}>{text.slice(...found)}</mark>
      {text.slice(found[1])}
    </>
  );
}
