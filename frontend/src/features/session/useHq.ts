import { useParams } from "@tanstack/react-router";
import type { GroupEntry } from "@/api/types.gen";
import { useMe } from "@/features/session/useMe";

/** The group whose headquarters is open; only for pages under /hq/<group>. */
export function useHq(): GroupEntry {
  const { group: slug } = useParams({ from: "/_shell/hq/$group" });
  const group = useMe().groups.find((candidate) => candidate.slug === slug);
  if (!group) throw new Error(`no group ${slug} among those of the person`);
  return group;
}
