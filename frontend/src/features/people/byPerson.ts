import type { Member } from "@/api/types.gen";

export type PersonEntry = { person: Member["person"]; places: Member[] };

/** One entry a person with all their places, headquarters first; people by name. */
export function byPerson(members: Member[], language: string): PersonEntry[] {
  const collator = new Intl.Collator(language);
  const entries = new Map<string, PersonEntry>();
  for (const member of members) {
    const entry = entries.get(member.person.id) ?? { person: member.person, places: [] };
    entry.places.push(member);
    entries.set(member.person.id, entry);
  }
  for (const { places } of entries.values()) {
    places.sort(
      (one, other) =>
        Number(one.store !== null) - Number(other.store !== null) ||
        collator.compare(one.store?.name ?? "", other.store?.name ?? ""),
    );
  }
  return [...entries.values()].toSorted((one, other) => collator.compare(one.person.name, other.person.name));
}
