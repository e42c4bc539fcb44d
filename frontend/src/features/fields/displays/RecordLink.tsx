import { Link } from "@tanstack/react-router";
import { recordPath } from "@/features/records/paths";
import { linkOf } from "../shapes";
import type { DisplayProps } from "../widget";

export function RecordLink({ value, field, store, text, plain }: DisplayProps) {
  const link = linkOf(value);
  if (plain || !link || !field.target) return text;
  return <Link to={recordPath(store, field.target, link.id)}>{text}</Link>;
}
