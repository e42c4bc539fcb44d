import type { FlowEntryOut } from "@/api/types.gen";
import { FilesList } from "@/features/files/FilesShown";
import { useFilesTexts } from "@/features/files/texts";

/** What came with an answer, and how much of it was erased since. */
export function FilesOf({ store, entry }: { store: string; entry: Pick<FlowEntryOut, "files" | "files_gone"> }) {
  const t = useFilesTexts();
  return (
    <>
      {entry.files.length > 0 && <FilesList store={store} files={entry.files} />}
      {entry.files_gone > 0 && <span className="cz-soft cz-small">{t("erased", { count: entry.files_gone })}</span>}
    </>
  );
}
