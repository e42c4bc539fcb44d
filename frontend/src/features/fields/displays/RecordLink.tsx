import { Link } from "@tanstack/react-router";
import { sectionOf } from "@/features/records/sections";
import { linkOf } from "../shapes";
import type { DisplayProps } from "../widget";

export function RecordLink({ value, field, store, text, plain }: DisplayProps) {
  const link = linkOf(value);
  const section = field.target ? sectionOf(field.target) : null;
  if (plain || !link || !section) return text;
  return (
    <Link to="/s/$store/$section/$id" params={{ store, section, id: link.id }}>
      {text}
    </Link>
  );
}
