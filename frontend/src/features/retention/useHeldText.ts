import { lookUp } from "@/i18n/defineTexts";
import { formatCount } from "@/format/money";
import type texts from "./locales/zh-CN.json";
import { useRetentionTexts } from "./texts";

const known: Record<keyof typeof texts.held, true> = {
  hold: true,
  open_task: true,
  unfinished_order: true,
  running_flow: true,
  waiting_message: true,
  changed_lately: true,
  active: true,
  gone: true,
};
const isKnown = (code: string): code is keyof typeof texts.held => code in known;

/** Why some records stay, each reason with its number; empty for none. */
export function useHeldText(): (held: Record<string, number>) => string {
  const t = useRetentionTexts();
  return (held) => {
    const parts = Object.entries(held).map(([code, count]) =>
      t("heldOne", { why: isKnown(code) ? t(`held.${code}`) : (lookUp("errors", code) ?? code), number: formatCount(count) }),
    );
    const all = Object.values(held).reduce((sum, one) => sum + one, 0);
    return all === 0 ? "" : t("heldAll", { number: formatCount(all), parts: parts.join(t("joinList")) });
  };
}
