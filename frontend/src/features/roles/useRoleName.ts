import { useRoleTexts } from "./texts";
import type roles from "./locales/zh-CN.json";

/** Answers the function that names a role in the reader's language. */
export function useRoleName(): (role: string) => string {
  const t = useRoleTexts();
  return (role) => t(role as keyof typeof roles);
}
