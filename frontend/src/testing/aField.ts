import type { Field, FieldKind } from "@/features/fields/field";
import { noSettings } from "@/features/fields/noSettings";

type Told = Partial<Omit<Field, "type" | "settings">> & { settings?: Partial<Field["settings"]> };

/** A field of a type for tests, told no more than they name. */
export function aField(type: FieldKind, told: Told = {}): Field {
  return {
    name: "x_one",
    label: { zh: "x", en: "x" },
    right: "write",
    sortable: false,
    filterable: true,
    groupable: false,
    summable: false,
    searchable: false,
    in_list: true,
    target: null,
    choices: [],
    operators: [],
    required: false,
    read_only: false, once: false, asked_later: false,
    default: null,
    sensitivity: "",
    origin: "store",
    section: "",
    help: null,
    ...told,
    type,
    settings: { ...noSettings, ...told.settings },
  };
}
