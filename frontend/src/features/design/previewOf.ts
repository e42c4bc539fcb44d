import type { Field } from "@/features/fields/field";
import { noSettings } from "@/features/fields/noSettings";
import type { FieldDraft } from "./draft";

/** The field as its records would have it. */
export function previewOf(draft: FieldDraft, nameless: string): Field {
  const zh = draft.zh.trim() || draft.en.trim() || nameless;
  const help = draft.helpZh.trim() || draft.helpEn.trim();
  return {
    name: "x_preview",
    label: { zh, en: draft.en.trim() || zh },
    help: help ? { zh: draft.helpZh.trim() || help, en: draft.helpEn.trim() || help } : null,
    type: draft.type,
    right: "write",
    sortable: false,
    filterable: false,
    groupable: false,
    summable: false,
    searchable: false,
    in_list: draft.in_list,
    target: draft.target || null,
    choices: draft.options
      .filter(({ retired, zh: inChinese, en }) => !retired && (inChinese.trim() || en.trim()))
      .map((option) => {
        const words = option.zh.trim() || option.en.trim();
        return { value: option.value || words, label: { zh: words, en: option.en.trim() || words }, retired: false };
      }),
    operators: [],
    required: draft.required,
    read_only: false,
    once: false,
    asked_later: false,
    default: null,
    sensitivity: "",
    origin: "store",
    section: draft.section,
    settings: { ...noSettings, ...draft.settings, columns: (draft.settings.columns ?? []).filter(({ name }) => name.trim()) },
  };
}
