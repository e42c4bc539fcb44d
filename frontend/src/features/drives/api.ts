import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getDriveDay, listRecords } from "@/api/sdk.gen";
import type { FilterPart } from "@/features/records/filter";
import { inStore } from "@/http/inStore";

/** How often what others book comes in while the page is looked at. */
const refreshEvery = 20_000;
export const most = 300;

/** Who drives along that day, and when the store is open. */
export function dayQuery(store: string, day: string) {
  return queryOptions({
    queryKey: ["store", store, "drive-day", day],
    queryFn: ({ signal }) => getDriveDay({ signal, headers: inStore(store), query: { day } }),
    placeholderData: keepPreviousData,
  });
}

function rowsQuery(store: string, entity: string, fields: string, sort: string, rules: FilterPart[]) {
  const filter = JSON.stringify({ combinator: "and", rules });
  const query = { q: "", tags: "", fields, filter, sort, limit: most, count: false, cursor: "" };
  return queryOptions({
    queryKey: ["store", store, "records", entity, "schedule", query],
    queryFn: ({ signal }) => listRecords({ signal, headers: inStore(store), path: { entity }, query }),
    refetchInterval: refreshEvery,
    placeholderData: keepPreviousData,
  });
}

export function drivesQuery(store: string, day: string) {
  return rowsQuery(store, "test_drive", "lead,contact_name,car,car_name,starts_at,ends_at,status,owner", "starts_at", [
    { field: "starts_at", operator: "between", value: [day, day] },
    { field: "status", operator: "!=", value: "cancelled" },
  ]);
}

export function carsQuery(store: string) {
  return rowsQuery(store, "stock_vehicle", "vin,trim,exterior,location", "arrived_on", [
    { field: "is_demo", operator: "=", value: true },
    { field: "status", operator: "=", value: "in_stock" },
  ]);
}
