import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { DragEvent } from "react";
import styles from "./newImport.module.css";
import { useImportsTexts } from "./texts";

/** A place to drop one file on, or to press for the file dialog. `hint`: which files, how large. */
export function FileDrop(props: { accept: string; hint: string; onFile: (file: File) => void }) {
  const { accept, hint, onFile } = props;
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
      <p className={styles.soft}>{hint}</p>
      <input
        ref={inputRef}
        type="file"
        className="cz-hidden"
        accept={accept}
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
