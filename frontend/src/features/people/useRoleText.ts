import type { TextKey } from "@/i18n/defineTexts";
import type texts from "./locales/zh-CN.json";
import { usePeopleTexts } from "./texts";

/** Answers the function that says in plain words what a role may do; a store's own role says it by its policies. */
export function useRoleText(): (role: string) => string {
  const t = usePeopleTexts();
  return (role) => t(role.startsWith("x_") ? "roleText.own" : (`roleText.${role}` as TextKey<typeof texts>));
}
