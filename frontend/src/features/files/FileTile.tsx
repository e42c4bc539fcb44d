import { CloseOutlined, FileOutlined, FilePdfOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import type { FileValue } from "@/features/fields/shapes";
import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import styles from "./files.module.css";
import { isPdf, isPicture, isWaiting, sizeIn } from "./kinds";
import { Picture } from "./Picture";
import { useFilesTexts } from "./texts";
import type { Upload } from "./useUploads";

// Most files that are shown are there already.
const SendingBar = lazy(async () => ({ default: (await import("./SendingBar")).SendingBar }));

type Props = {
  store: string;
  file: FileValue;
  upload?: Upload | undefined;
  onOpen: () => void;
  onRetry?: () => void;
  onRemove?: () => void;
};

/** One file: what it looks like, how it is called, how far it is, and what can be done with it. */
export function FileTile({ store, file, upload, onOpen, onRetry, onRemove }: Props) {
  const t = useFilesTexts();
  const sending = isWaiting(file);
  // What was refused for what it is will be again.
  const mayWork = isApiError(upload?.error) && (upload.error.status === 0 || upload.error.status === 429 || upload.error.status >= 500);
  const failed = upload?.error ? errorMessage(upload.error).text : null;
  return (
    <li className={styles.tile} data-failed={failed !== null}>
      <button type="button" className={styles.open} disabled={sending} aria-label={t("open", { name: file.name })} onClick={onOpen}>
        {!sending && isPicture(file.kind) ? (
          <Picture store={store} file={file} className={styles.thumb ?? ""} />
        ) : (
          <span className={styles.icon}>{isPdf(file.kind) ? <FilePdfOutlined aria-hidden /> : <FileOutlined aria-hidden />}</span>
        )}
      </button>
      <div className={styles.told}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        {failed ? (
          <span className={styles.failed} role="alert">
            {failed}
          </span>
        ) : sending ? (
          <Suspense fallback={null}>
            <SendingBar part={upload?.part ?? 0} label={t("sending", { name: file.name })} />
          </Suspense>
        ) : (
          <span className={styles.size}>{sizeIn(file.size, t)}</span>
        )}
      </div>
      {mayWork && onRetry && (
        <Button type="text" icon={<ReloadOutlined aria-hidden />} onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
      {onRemove && (
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={sending && !failed ? t("stop", { name: file.name }) : t("remove", { name: file.name })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
