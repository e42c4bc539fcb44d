import { useNamedWords } from "../useNamedWords";
import { valueText } from "../valueText";
import type { DisplayProps } from "../widget";

export function Person({ value, field, store }: DisplayProps) {
  return valueText(value, field, useNamedWords(store, true));
}
