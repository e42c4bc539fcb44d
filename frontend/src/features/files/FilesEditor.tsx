import { useContext } from "react";
import { filesOf } from "@/features/fields/shapes";
import type { EditorProps } from "@/features/fields/widget";
import styles from "./files.module.css";
import { FilesBox } from "./FilesBox";
import { KindOfRecord } from "./KindOfRecord";
import { useFilesTexts } from "./texts";

const mostFiles = 20;

/** Files of a record's field. */
export function FilesEditor({ field, value, onChange, ...rest }: EditorProps) {
  const t = useFilesTexts();
  const entity = useContext(KindOfRecord);
  if (entity === null) return <p className={styles.hint}>{t("noKind")}</p>;
  return (
    <FilesBox
      {...rest}
      entity={entity}
      field={field.name}
      files={filesOf(value) ?? []}
      limit={field.settings.max_files ?? mostFiles}
      size={field.settings.max_mb}
      accept={field.settings.accept.join(",")}
      photos={field.type === "photo"}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  );
}
