import type { Language } from "@/i18n/i18n";
import { sectionsOf } from "./sections";
import type { Section } from "./sections";

/** The guides of docs/, each a file of its own that is fetched when help is first asked for. */
const guides: Record<Language, (() => Promise<{ default: string }>)[]> = {
  "zh-CN": [
    () => import("../../../../docs/managers.zh-CN.md?raw"),
    () => import("../../../../docs/owners.zh-CN.md?raw"),
  ],
  en: [() => import("../../../../docs/managers.md?raw"), () => import("../../../../docs/owners.md?raw")],
};

export async function readGuides(language: Language): Promise<Section[]> {
  const files = await Promise.all(guides[language].map((load) => load()));
  return files.flatMap((file) => sectionsOf(file.default));
}
