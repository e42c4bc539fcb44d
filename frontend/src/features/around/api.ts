import { queryOptions } from "@tanstack/react-query";
import { getTimeline, groupRecords, listRecords } from "@/api/sdk.gen";
import type { FilterGroup, FilterRule } from "@/features/records/filter";
import { inStore } from "@/http/inStore";

const is = (field: string, value: string): FilterRule => ({ field, operator: "=", value });

export const ordersOf = (id: string): FilterGroup => ({ combinator: "and", rules: [is("customer", id), { field: "status", operator: "notIn", value: ["draft", "cancelled"] }] });
export const openOf = (id: string): FilterGroup => ({ combinator: "and", rules: [is("customer", id), is("status", "open")] });

/** How many, and what they come to. `totals`: a figure that the asker may add up, or none. */
export function sumQuery(store: string, entity: string, filter: FilterGroup, totals: string) {
  return queryOptions({
    queryKey: ["store", store, "records", entity, "sum", filter, totals],
    queryFn: async ({ signal }) => {
      const { groups } = await groupRecords({ signal, headers: inStore(store), path: { entity }, query: { by: "", totals, filter: JSON.stringify(filter) } });
      return { count: groups[0]?.count ?? 0, sum: groups[0]?.totals[0]?.sum ?? null };
    },
    retry: false,
  });
}

/** When somebody last spoke with the customer, by themselves or by one of their leads. */
export function lastContactQuery(store: string, id: string) {
  const filter: FilterGroup = { combinator: "or", rules: [is("customer", id), is("lead.customer", id)] };
  return queryOptions({
    queryKey: ["store", store, "records", "interaction", "last", id],
    queryFn: async ({ signal }) => {
      const query = { sort: "-at", fields: "summary,at,kind", filter: JSON.stringify(filter), limit: 1, count: false };
      return (await listRecords({ signal, headers: inStore(store), path: { entity: "interaction" }, query })).rows[0] ?? null;
    },
    retry: false,
  });
}

/** The same phone in another store, as far as the person sees that store's customers. Asked for by hand: it is a look at personal data. */
export function elsewhereQuery(store: string, phone: string) {
  const filter: FilterGroup = { combinator: "and", rules: [is("phone", phone)] };
  return queryOptions({
    queryKey: ["store", store, "records", "customer", "elsewhere", phone],
    queryFn: ({ signal }) => listRecords({ signal, headers: inStore(store), path: { entity: "customer" }, query: { fields: "name", filter: JSON.stringify(filter), limit: 5, count: false } }),
    retry: false,
  });
}

const farBack = 200;

/** Who had the car when: the changes of its owner, the latest first. */
export function ownersQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "timeline", "vehicle", id, "owners"],
    queryFn: async ({ signal }) => {
      const page = await getTimeline({ signal, headers: inStore(store), path: { entity: "vehicle", record_id: id }, query: { limit: farBack } });
      return page.rows.flatMap(({ at, changes }) => changes.filter(({ field, after }) => field === "customer" && after !== null).map(({ after }) => ({ at, owner: after as { id: string; title: string | null } })));
    },
  });
}
