const pictures = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export const isPicture = (kind: string) => pictures.has(kind);
export const isPdf = (kind: string) => kind === "application/pdf";
/** What a chooser of pictures offers; without HEIC, telephones turn theirs into JPEG by themselves. */
export const pictureKinds = [...pictures].join(",");

const mega = 1024 * 1024;

/** A size in words of the reader's, by the texts `bytes.kb` and `bytes.mb`. */
export function sizeIn(bytes: number, t: (key: "bytes.kb" | "bytes.mb", params: { size: string }) => string): string {
  return bytes < mega
    ? t("bytes.kb", { size: String(Math.max(1, Math.round(bytes / 1024))) })
    : t("bytes.mb", { size: (bytes / mega).toFixed(1) });
}

/** Stands in a value where a file is still on its way; see useUploads. */
export const waiting = "sending:";
export const isWaiting = (file: { id: string }) => file.id.startsWith(waiting);
