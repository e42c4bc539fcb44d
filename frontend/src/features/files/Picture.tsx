import { FileImageOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { fileQuery } from "./api";
import styles from "./files.module.css";
import { useFilesTexts } from "./texts";
import { useBlobSource } from "./useBlobSource";

type Props = { store: string; file: { id: string; name: string; kind: string }; whole?: boolean; className?: string };

/** A picture that only who may see it is given. */
export function Picture({ store, file, whole = false, className }: Props) {
  const t = useFilesTexts();
  const { data, isError } = useQuery(fileQuery(store, file.id, !whole));
  const source = useBlobSource(data, whole ? file.kind : "image/webp");
  if (isError)
    return (
      <span className={`${styles.noPicture} ${className ?? ""}`} title={t("gone")}>
        <FileImageOutlined aria-label={t("gone")} />
      </span>
    );
  if (!data) return <span className={`${styles.noPicture} ${className ?? ""}`} aria-hidden />;
  return <img ref={source} alt={file.name} className={className} draggable={false} />;
}
