import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { DragEvent } from "react";
import styles from "./newImport.module.css";
import { useImportsTexts } from "./texts";

/** A place to drop one file on, or to press for the file dialog. `limit`: MB, null while it is not known. */
export function FileDrop({ limit, onFile }: { limit: number | null; onFile: (file: File) => void }) {
  const t = useImportsTexts();
  const inputRef = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  }

  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      role="presentation"
    >
      <InboxOutlined aria-hidden className={styles.icon} />
      <p className={styles.lead}>{t("file.drop")}</p>
      <Button type="primary" onClick={() => inputRef.current?.click()}>
        {t("file.choose")}
      </Button>
      <p className={styles.soft}>{limit === null ? t("file.kind") : t("file.limits", { limit })}</p>
      <input
        ref={inputRef}
        type="file"
        className="cz-hidden"
        accept=".csv,.txt,text/csv"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
