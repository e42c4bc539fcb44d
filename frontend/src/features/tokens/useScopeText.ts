import type { TokenCard } from "@/api/types.gen";
import { useTokensTexts } from "./texts";

const actions = ["create", "delete", "bulk", "assign", "export", "export_personal", "reveal", "comment"] as const;

/** Answers the function that says what a scope allows; `kinds`: what kinds of record are called. */
export function useScopeText(kinds: ReadonlyMap<string, string>): (scope: TokenCard["scope"]) => string {
  const t = useTokensTexts();
  return (scope) => {
    const entities = Object.entries((scope.entities ?? {}) as Record<string, "read" | "write">);
    const allowed = (scope.actions ?? []) as string[];
    const reach = entities.map(([name, level]) =>
      name === "*" ? t("mayAll", { level: t(level) }) : `${kinds.get(name) ?? name}（${t(level)}）`,
    );
    return [...reach, ...actions.filter((one) => allowed.includes(one)).map((one) => t(`action.${one}`))].join(t("joinList"));
  };
}
