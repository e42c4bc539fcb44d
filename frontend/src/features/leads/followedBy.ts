import { linkOf } from "@/features/fields/shapes";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";

/** The lead that a talk is put down with: the record itself, or the one whose test drive it is. */
export function followedBy(entity: Entity, row: Row): Row | null {
  if (entity.name === "lead") return row;
  const link = entity.name === "test_drive" ? linkOf(row["lead"]) : null;
  return link ? { id: link.id } : null;
}
