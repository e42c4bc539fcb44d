import { useParams } from "@tanstack/react-router";
import { isSection, sections } from "./sections";

export type RecordsPlace = { store: string; entity: string | null; id: string };

/** What the address names: `entity` is null for a section that there is none of. */
export function useRecordsPlace(): RecordsPlace {
  const { store = "", section, entity, id = "" } = useParams({ strict: false });
  if (entity !== undefined) return { store, entity, id };
  return { store, entity: section !== undefined && isSection(section) ? sections[section].entity : null, id };
}
