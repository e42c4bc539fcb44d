import { queryOptions } from "@tanstack/react-query";
import { explainRight, listTeams, readPolicies } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** What every role may do with every kind of record of the store. */
export function matrixQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "policies"],
    queryFn: ({ signal }) => readPolicies({ signal, headers: inStore(store) }),
  });
}

export function teamsQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "teams"],
    queryFn: ({ signal }) => listTeams({ signal, headers: inStore(store) }),
  });
}

/** Why a field is seen, or not: by a role, or by a person with all of theirs. */
export function explanationQuery(store: string, of: { entity: string; field: string; role?: string; person?: string }) {
  const query = { entity: of.entity, field: of.field, ...(of.person ? { person: of.person } : { roles: of.role ?? "" }) };
  return queryOptions({
    queryKey: ["store", store, "policies", "explain", query],
    queryFn: ({ signal }) => explainRight({ signal, headers: inStore(store), query }),
  });
}
