import { filesOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";

const mega = 1024 * 1024;

export function Files({ value, text, whole }: DisplayProps) {
  const t = useFieldTexts();
  const files = filesOf(value);
  if (!files || !whole) return text;
  const sizeOf = (bytes: number) =>
    bytes < mega
      ? t("bytes.kb", { size: Math.max(1, Math.round(bytes / 1024)) })
      : t("bytes.mb", { size: (bytes / mega).toFixed(1) });
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          {file.name} <span className={styles.faint}>{sizeOf(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Signed({ value, text }: DisplayProps) {
  const t = useFieldTexts();
  return filesOf(value) ? t("signed") : text;
}
