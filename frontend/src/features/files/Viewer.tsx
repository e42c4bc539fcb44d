import { DownloadOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Sheet } from "@/components/Sheet";
import { useErrorNotice } from "@/components/errorNotice";
import type { FileValue } from "@/features/fields/shapes";
import { saveFile } from "@/http/saveFile";
import { fileQuery } from "./api";
import styles from "./files.module.css";
import { isPdf, isPicture } from "./kinds";
import { Picture } from "./Picture";
import { useFilesTexts } from "./texts";
import { useBlobSource } from "./useBlobSource";

type Props = { store: string; files: FileValue[]; at: number | null; onTurn: (at: number | null) => void };

/** One file large, with its neighbours a key away. */
export function Viewer({ store, files, at, onTurn }: Props) {
  const t = useFilesTexts();
  const notice = useErrorNotice();
  const file = at === null ? undefined : files[at];
  const turn = (by: number) => at !== null && onTurn((at + by + files.length) % files.length);
  return (
    <Sheet open={file !== undefined} title={file?.name ?? ""} width={960} onClose={() => onTurn(null)}>
      {file && (
        <div
          role="presentation"
          className={styles.viewer}
          onKeyDown={(event) => {
            if (event.key === "ArrowLeft") turn(-1);
            if (event.key === "ArrowRight") turn(1);
          }}
        >
          <div className={styles.stage}>
            <Stage store={store} file={file} />
          </div>
          <div className={styles.viewerFoot}>
            {files.length > 1 && (
              <>
                <Button icon={<LeftOutlined aria-hidden />} aria-label={t("previous")} onClick={() => turn(-1)} />
                <span>{t("place", { number: (at ?? 0) + 1, of: files.length })}</span>
                <Button icon={<RightOutlined aria-hidden />} aria-label={t("next")} onClick={() => turn(1)} />
              </>
            )}
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              onClick={() => {
                saveFile(store, `/api/store/files/${file.id}?download=true`, file.name).catch(notice);
              }}
            >
              {t("download")}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

function Stage({ store, file }: { store: string; file: FileValue }) {
  const t = useFilesTexts();
  if (isPicture(file.kind)) return <Picture key={file.id} store={store} file={file} whole className={styles.large ?? ""} />;
  if (isPdf(file.kind)) return <Paper key={file.id} store={store} file={file} />;
  return <p className={styles.cantShow}>{t("cantShow")}</p>;
}

/** The browser's own reader: it takes the bytes for a PDF whatever they are, and runs nothing of theirs as ours. */
function Paper({ store, file }: { store: string; file: FileValue }) {
  const t = useFilesTexts();
  const { data, isError } = useQuery(fileQuery(store, file.id, false));
  const source = useBlobSource(data, "application/pdf");
  if (isError) return <p className={styles.cantShow}>{t("gone")}</p>;
  if (!data) return <span className={styles.noPicture} aria-hidden />;
  // Browsers show no PDF in a sandbox. Its kind is said by us: whatever the bytes are, they are no page.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe ref={source} title={file.name} className={styles.paper} />;
}
