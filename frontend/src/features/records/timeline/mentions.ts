export type Person = { id: string; name: string };

/** Whom a text names with "@". `chosen`: who was meant by a name that several have; else all of them are. */
export function mentionedIn(text: string, people: Person[], chosen: ReadonlyMap<string, string>): string[] {
  const names = [...new Set(people.map(({ name }) => name))].toSorted((one, other) => other.length - one.length);
  let rest = text;
  const found = names.filter((name) => {
    const named = `@${name}`;
    const met = rest.includes(named);
    // A longer name is read first: "@王小明" is not 王小.
    rest = rest.replaceAll(named, " ");
    return met;
  });
  return found.flatMap((name) => chosen.get(name) ?? people.filter((one) => one.name === name).map(({ id }) => id));
}
