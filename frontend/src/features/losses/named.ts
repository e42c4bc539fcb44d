import type { Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import type { useLossTexts } from "./texts";

export type Known = { id: string; name: string };

/** A value by which lost leads are told apart, in words. */
export function namedIn(field: Field, value: string | null, people: Known[], t: ReturnType<typeof useLossTexts>, language: string): string {
  if (value === null || value === "") return t(field.type === "user" ? "nobody" : "unsaid");
  if (field.type === "user") return people.find(({ id }) => id === value)?.name ?? t("nobody");
  const choice = field.choices.find((one) => one.value === value);
  return choice ? labelIn(choice.label, language) : value;
}
