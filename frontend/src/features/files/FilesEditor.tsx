import { CameraOutlined, UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useContext, useId, useRef, useState } from "react";
import type { ClipboardEvent, DragEvent } from "react";
import { filesOf } from "@/features/fields/shapes";
import type { FileValue } from "@/features/fields/shapes";
import type { EditorProps } from "@/features/fields/widget";
import styles from "./files.module.css";
import { FileTile } from "./FileTile";
import { KindOfRecord } from "./KindOfRecord";
import { pictureKinds } from "./kinds";
import { useFilesTexts } from "./texts";
import { useUploads } from "./useUploads";
import { Viewer } from "./Viewer";

const mostFiles = 20;

/** Files of a record: dropped, pasted, chosen or photographed; several at a time. */
export function FilesEditor({ id, field, store, value, label, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFilesTexts();
  const { message } = App.useApp();
  const entity = useContext(KindOfRecord);
  const hint = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const cameraRef = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const files = filesOf(value) ?? [];
  const photos = field.type === "photo";
  const limit = field.settings.max_files ?? mostFiles;
  const { uploads, add, retry, remove, putBack } = useUploads({
    store,
    entity,
    field: field.name,
    files,
    onChange: (next) => onChange(next.length > 0 ? next : null),
  });

  function take(chosen: FileList | null): void {
    const some = [...(chosen ?? [])];
    const room = Math.max(0, limit - files.length);
    if (some.length > room) void message.warning(t("tooMany", { limit }));
    if (room > 0 && some.length > 0) add(some.slice(0, room));
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  function paste(event: ClipboardEvent): void {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  }

  function removeOne(file: FileValue, place: number): void {
    remove(file.id);
    if (uploads[file.id]) return;
    const key = `file-${file.id}`;
    void message.open({
      key,
      type: "info",
      duration: 10,
      content: (
        <span>
          {t("removed", { name: file.name })}{" "}
          <Button
            type="link"
            size="small"
            onClick={() => {
              putBack(file, place);
              message.destroy(key);
            }}
          >
            {t("undo")}
          </Button>
        </span>
      ),
    });
  }

  if (entity === null) return <p className={styles.hint}>{t("noKind")}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.editor}
      data-over={over}
      data-invalid={invalid}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
      onBlur={onLeave}
    >
      {files.length > 0 && (
        <ul className={styles.tiles} aria-label={label}>
          {files.map((file, place) => (
            <FileTile
              key={file.id}
              store={store}
              file={file}
              upload={uploads[file.id]}
              onOpen={() => setAt(place)}
              onRetry={() => retry(file.id)}
              onRemove={() => removeOne(file, place)}
            />
          ))}
        </ul>
      )}
      {files.length < limit && (
        <div className={styles.ways}>
          <span className={styles.dropHint}>{photos ? t("dropPhoto") : t("drop")}</span>
          <Button
            id={id}
            icon={<UploadOutlined aria-hidden />}
            aria-label={`${label} · ${photos ? t("choosePhoto") : t("choose")}`}
            aria-describedby={describedBy ?? hint}
            onClick={() => inputRef.current?.click()}
          >
            {photos ? t("choosePhoto") : t("choose")}
          </Button>
          {photos && (
            <Button className={styles.camera ?? ""} icon={<CameraOutlined aria-hidden />} onClick={() => cameraRef.current?.click()}>
              {t("camera")}
            </Button>
          )}
        </div>
      )}
      <p id={hint} className={styles.hint}>
        {field.settings.max_mb
          ? t("limitsEach", { count: limit, size: field.settings.max_mb })
          : t("limits", { count: limit })}
        <span className={styles.dropHint}>{` · ${t("paste")}`}</span>
      </p>
      <input
        ref={inputRef}
        type="file"
        hidden
        multiple={limit > 1}
        accept={photos ? pictureKinds : field.settings.accept.join(",") || undefined}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      {photos && (
        <input
          ref={cameraRef}
          type="file"
          hidden
          accept="image/*"
          capture="environment"
          aria-label={t("camera")}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      )}
      <Viewer store={store} files={files} at={at} onTurn={setAt} />
    </div>
  );
}
