import type { AuditEntryOut } from "@/api/types.gen";

/** Entries that are told as one: a page of customers that somebody read is one look at many. */
export type Told = { first: AuditEntryOut; all: AuditEntryOut[] };

function belong(one: AuditEntryOut, other: AuditEntryOut): boolean {
  return (
    one.kind === "read" &&
    other.kind === "read" &&
    one.entity !== null &&
    one.entity === other.entity &&
    one.request_id !== "" &&
    one.request_id === other.request_id &&
    one.actor_id === other.actor_id
  );
}

/** Neighbours that belong together, in one. */
export function grouped(entries: AuditEntryOut[]): Told[] {
  const told: Told[] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    if (last && belong(last.first, entry)) last.all.push(entry);
    else told.push({ first: entry, all: [entry] });
  }
  return told;
}

export function fieldsOf(told: Told): string[] {
  return [...new Set(told.all.flatMap(({ fields }) => fields))];
}
