import type { LabelOut } from "@/api/types.gen";

export function labelIn(label: LabelOut, language: string): string {
  return language === "en" ? label.en : label.zh;
}
