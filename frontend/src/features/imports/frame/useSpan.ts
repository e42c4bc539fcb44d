import { useImportsTexts } from "../texts";

/** Answers the function that says how long something will take: "about 2 min". */
export function useSpan(): (seconds: number) => string {
  const t = useImportsTexts();
  return (seconds) => {
    if (seconds < 60) return t("span.seconds", { count: Math.max(1, Math.round(seconds)) });
    return seconds < 5400
      ? t("span.minutes", { count: Math.round(seconds / 60) })
      : t("span.hours", { count: Math.round(seconds / 3600) });
  };
}
