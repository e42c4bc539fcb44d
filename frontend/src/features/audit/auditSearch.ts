/** What of the audit is shown, kept in the address. `kind` is missing for changes alone. */
export type AuditSearch = {
  entity?: string;
  field?: string;
  person?: string;
  kind?: string;
  from?: string;
  to?: string;
  record?: string;
  request?: string;
};

const names = ["entity", "field", "person", "kind", "from", "to", "record", "request"] as const;

export function auditSearchOf(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {};
  for (const name of names) {
    const value = search[name];
    if ((typeof value === "string" && value) || typeof value === "number") found[name] = String(value);
  }
  return found;
}

/** What people ask for by one word → the kinds of entry. */
export const kindGroups = {
  changes: "created,updated,deleted,erased",
  looks: "read,revealed,exported",
  all: "",
} as const;

export const kinds = ["created", "updated", "deleted", "read", "revealed", "exported", "erased"] as const;

function isGroup(kind: string): kind is keyof typeof kindGroups {
  return Object.hasOwn(kindGroups, kind);
}

/** As the API takes it. A field belongs to a kind of record. */
export function auditQueryOf(search: AuditSearch) {
  const kind = search.kind ?? "changes";
  return {
    entity: search.entity ?? "",
    field: search.entity && search.entity !== "settings" ? (search.field ?? "") : "",
    kind: isGroup(kind) ? kindGroups[kind] : kind,
    request: search.request ?? "",
    ...(search.person ? { person: search.person } : {}),
    ...(search.record ? { record_id: search.record } : {}),
    ...(search.from ? { date_from: search.from } : {}),
    ...(search.to ? { date_to: search.to } : {}),
  };
}
