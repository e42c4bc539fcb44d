import type { Label } from "./api/entities";

export function labelIn(label: Label, language: string): string {
  return language === "en" ? label.en : label.zh;
}
