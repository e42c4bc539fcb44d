import type { TextKey } from "@/i18n/defineTexts";
import type texts from "./locales/zh-CN.json";
import type { SortKey } from "./ordering";
import type { View } from "./view";

/** What heads a column that can be sorted by; the first is named by the dimension. */
export function columnLabel(key: SortKey, by: View["by"]): TextKey<typeof texts> {
  switch (key) {
    case "label":
      return `by.${by}`;
    case "share":
      return "rows.share";
    case "change":
      return "rows.change";
    default:
      return `measure.${key}`;
  }
}

/** The columns by which a view can be sorted: without a second period nothing changes. */
export function sortableColumns(view: View): SortKey[] {
  const always: SortKey[] = ["label", "units", "revenue", "averagePrice", "share"];
  return view.against ? [...always, "change"] : always;
}
