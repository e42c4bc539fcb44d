import { lookUp } from "@/i18n/defineTexts";
import "./texts";

/** "body/trigger/days" in words, as far as there are some. */
export function usePlaceText() {
  return (path: string): string =>
    path
      .split("/")
      .filter((step) => step !== "body")
      .flatMap((step) => step.split(","))
      .map((step) => lookUp("packs", `place.${step}`) ?? (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
      .join(" › ") || (lookUp("packs", "place.whole") ?? path);
}
