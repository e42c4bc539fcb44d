/** The server names in English what a file is; these have a name in both languages. */
const kinds = {
  "a PDF document": "pdf",
  "an old Excel workbook (.xls)": "xls",
  "an Excel workbook (.xlsx)": "xlsx",
  "a ZIP archive": "zip",
  "a PNG picture": "picture",
  "a JPEG picture": "picture",
  "a GIF picture": "picture",
  "a gzip archive": "zip",
  "a RAR archive": "zip",
  "a 7-Zip archive": "zip",
  "an SQLite database": "database",
  "a program": "program",
  "a rich-text document": "document",
  "a web page (HTML)": "html",
  "an XML document": "xml",
} as const;

export type FileKind = (typeof kinds)[keyof typeof kinds];

export function kindOfFile(name: unknown): FileKind | null {
  return typeof name === "string" && Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : null;
}
