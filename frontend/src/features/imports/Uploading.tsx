import { Button } from "antd";
import { useCommonTexts } from "@/components/texts";
import { formatSize } from "./formatSize";
import { Bar } from "./frame/Bar";
import styles from "./newImport.module.css";
import { useImportsTexts } from "./texts";

export function Uploading({ file, part, onStop }: { file: File; part: number; onStop: () => void }) {
  const t = useImportsTexts();
  const tCommon = useCommonTexts();
  const sent = part >= 1;
  return (
    <div className={styles.uploading}>
      <div className={styles.line}>
        <strong className={styles.name}>{file.name}</strong>
        <span className={styles.soft}>
          {sent ? formatSize(file.size) : `${formatSize(file.size * part)} / ${formatSize(file.size)}`}
        </span>
      </div>
      <Bar part={sent ? null : part} label={t("file.uploading")} />
      <div className={styles.line}>
        <span role="status" className={styles.soft}>
          {sent ? t("file.looking") : t("file.uploading")}
        </span>
        <Button size="small" onClick={onStop}>
          {tCommon("cancel")}
        </Button>
      </div>
    </div>
  );
}
