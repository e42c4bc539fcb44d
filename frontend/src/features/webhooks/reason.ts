import { lookUp } from "@/i18n/defineTexts";
import type { Delivery } from "./api";
import { useWebhookTexts } from "./texts";

const own = ["webhook_status", "webhook_off", "webhook_gone", "webhook_erased"] as const;

/** Why a delivery waits or failed. */
export function useReason(): (delivery: Pick<Delivery, "code" | "status">) => string {
  const t = useWebhookTexts();
  return ({ code, status }) => {
    const known = own.find((one) => one === code);
    return known ? t(`reason.${known}`, { status }) : (lookUp("errors", code, {}) ?? code);
  };
}
