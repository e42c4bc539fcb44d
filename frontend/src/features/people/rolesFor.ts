import type { RoleCard } from "@/api/types.gen";

/** Keys of the roles that can be held at headquarters (`pack` null) or in a store of that kind. */
export function rolesFor(roles: RoleCard[], pack: string | null): string[] {
  return roles
    .filter((role) => (pack === null ? role.level === "group" : role.level === "store" && role.packs.includes(pack)))
    .map((role) => role.key);
}
