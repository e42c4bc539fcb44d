import type { Field } from "./field";

/** What a field is told that is told nothing: each of them means the type's own. */
export const noSettings: Field["settings"] = {
  max_length: null,
  decimals: null,
  minimum: null,
  maximum: null,
  unit: "",
  multiline: false,
  accept: [],
  max_files: null,
  max_mb: null,
  columns: [],
  result: null,
  prefix: "",
  digits: null,
  met_by: "",
  page: "",
};
