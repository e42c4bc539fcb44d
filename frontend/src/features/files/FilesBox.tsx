import { CameraOutlined, UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useId, useRef, useState } from "react";
import type { ClipboardEvent, DragEvent } from "react";
import type { FileValue } from "@/features/fields/shapes";
import styles from "./files.module.css";
import { FileTile } from "./FileTile";
import { pictureKinds } from "./kinds";
import { useFilesTexts } from "./texts";
import { useUploads } from "./useUploads";
import { LaterViewer } from "./LaterViewer";

type Props = {
  id: string;
  store: string;
  /** What they are sent up for: a kind of record and its field, or another holder and its place. */
  entity: string;
  field: string;
  files: FileValue[];
  label: string;
  /** How many, and of how many megabytes each. */
  limit: number;
  size?: number | null;
  /** Patterns of media types, with commas between; empty for any. */
  accept?: string;
  /** Pictures alone. */
  photos?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  onChange: (files: FileValue[]) => void;
  onLeave?: () => void;
};

/** Files dropped, pasted, chosen or photographed; several at a time. */
export function FilesBox({ id, store, entity, field, files, label, limit, size, accept = "", photos = false, invalid = false, describedBy, onChange, onLeave }: Props) {
  const t = useFilesTexts();
  const { message } = App.useApp();
  const hint = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const cameraRef = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  // A paper is photographed as well.
  const camera = photos || accept === "";
  const { uploads, add, retry, remove, putBack } = useUploads({ store, entity, field, files, onChange });

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
          {camera && (
            <Button className={styles.camera ?? ""} icon={<CameraOutlined aria-hidden />} onClick={() => cameraRef.current?.click()}>
              {t("camera")}
            </Button>
          )}
        </div>
      )}
      <p id={hint} className={styles.hint}>
        {size ? t("limitsEach", { count: limit, size }) : t("limits", { count: limit })}
        <span className={styles.dropHint}>{` · ${t("paste")}`}</span>
      </p>
      <input
        ref={inputRef}
        type="file"
        hidden
        multiple={limit > 1}
        accept={photos ? pictureKinds : accept || undefined}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      {camera && (
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
      <LaterViewer store={store} files={files} at={at} onTurn={setAt} />
    </div>
  );
}
