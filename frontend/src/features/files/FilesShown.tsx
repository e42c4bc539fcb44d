import { PaperClipOutlined } from "@ant-design/icons";
import { useState } from "react";
import { filesOf } from "@/features/fields/shapes";
import type { FileValue } from "@/features/fields/shapes";
import type { DisplayProps } from "@/features/fields/widget";
import styles from "./files.module.css";
import { FileTile } from "./FileTile";
import { isPicture } from "./kinds";
import { Picture } from "./Picture";
import { useFilesTexts } from "./texts";
import { LaterViewer } from "./LaterViewer";

/** On the record's page pictures side by side and files by name; in a list the first of them and how many there are. */
export function FilesShown({ value, text, store, whole }: DisplayProps) {
  const files = filesOf(value);
  const first = files?.[0];
  if (!files || !first) return text;
  if (!whole)
    return (
      <span className={styles.inline} title={text}>
        {isPicture(first.kind) ? (
          <Picture store={store} file={first} className={styles.tiny ?? ""} />
        ) : (
          <>
            <PaperClipOutlined aria-hidden />
            <span className={styles.name}>{first.name}</span>
          </>
        )}
        {files.length > 1 && <span className={styles.size}>+{files.length - 1}</span>}
      </span>
    );
  return <FilesList store={store} files={files} />;
}

export function FilesList({ store, files }: { store: string; files: FileValue[] }) {
  const t = useFilesTexts();
  const [at, setAt] = useState<number | null>(null);
  const pictures = files.filter(({ kind }) => isPicture(kind));
  const others = files.filter(({ kind }) => !isPicture(kind));
  return (
    <div className={styles.viewer}>
      {pictures.length > 0 && (
        <div className={styles.strip}>
          {pictures.map((file) => (
            <button
              key={file.id}
              type="button"
              className={styles.open}
              aria-label={t("open", { name: file.name })}
              onClick={() => setAt(files.indexOf(file))}
            >
              <Picture store={store} file={file} className={styles.thumb ?? ""} />
            </button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <ul className={styles.tiles}>
          {others.map((file) => (
            <FileTile key={file.id} store={store} file={file} onOpen={() => setAt(files.indexOf(file))} />
          ))}
        </ul>
      )}
      <LaterViewer store={store} files={files} at={at} onTurn={setAt} />
    </div>
  );
}

export function Signed({ value, text, store, whole }: DisplayProps) {
  const [file] = filesOf(value) ?? [];
  if (!file) return text;
  return <Picture store={store} file={file} className={(whole ? styles.signature : styles.tiny) ?? ""} />;
}
