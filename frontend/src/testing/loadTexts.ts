import type { Language } from "@/i18n/i18n";

const both: Language[] = ["zh-CN", "en"];

// As main.tsx has them before the first page, here in both languages; tests of mere arithmetic have no page.
if (typeof window !== "undefined") {
  await import("@/features/fields/errors/texts");
  await import("@/http/texts");
  const { loadTexts } = await import("@/i18n/i18n");
  await Promise.all(both.map(loadTexts));
}
