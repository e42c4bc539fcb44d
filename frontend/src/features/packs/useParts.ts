import { usePackTexts } from "./texts";

const parts = ["kind", "field", "tag", "template", "role", "form", "flow", "rule"] as const;
type Part = (typeof parts)[number];

export function usePartName() {
  const t = usePackTexts();
  return (part: string): string => (parts.includes(part as Part) ? t(`part.${part as Part}`) : part);
}

/** Where a thing is looked at and changed. */
export function placeOf(store: string, { part, of, made }: { part: string; of: string; made: string }): string | null {
  if (!made) return null;
  const base = `/s/${store}`;
  switch (part) {
    case "kind":
      return `${base}/settings/fields/${made}`;
    case "field":
      return `${base}/settings/fields/${of}`;
    case "template":
      return `${base}/messages/templates`;
    case "role":
      return `${base}/policies`;
    case "form":
      return `${base}/design/forms/${of}/${made}`;
    case "flow":
      return `${base}/design/flows/${made}`;
    case "rule":
      return `${base}/design/rules/${made}`;
    default:
      return null;
  }
}
