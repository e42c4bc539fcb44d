import { viewed } from "./viewing";

type Seen = { actions: string[]; fields: { right: string }[] };

/** Whether one looks at this store as somebody else: the server then refuses every change. */
export function looksOnly(store: string): boolean {
  return viewed()?.store === store;
}

/** A kind of record as it can be looked at: controls that would change something ask for these rights, and are not there. */
export function asLookedAt<Kind extends Seen>(kind: Kind): Kind {
  const fields = kind.fields.map((field) => (field.right === "write" ? { ...field, right: "read" as const } : field));
  return { ...kind, actions: kind.actions.filter((name) => name === "export"), fields };
}

/** Of a store's permissions those to read something. */
export function toRead(permissions: string[]): string[] {
  return permissions.filter((name) => name.endsWith(".read"));
}
