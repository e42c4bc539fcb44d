import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";

export type Label = { zh: string; en: string };
/** The shape of a condition's value. */
export type Takes = "nothing" | "one" | "pair" | "list" | "period";
export type Operator = { name: string; label: Label; takes: Takes };
export type Option = { value: string; label: Label };
export type FieldType =
  | "text"
  | "number"
  | "money"
  | "date"
  | "datetime"
  | "choice"
  | "phone"
  | "plate"
  | "vin"
  | "link";
export type Field = {
  name: string;
  label: Label;
  type: FieldType;
  sortable: boolean;
  filterable: boolean;
  in_list: boolean;
  /** The entity that a link leads to. */
  target: string | null;
  options: Option[];
  operators: Operator[];
};
export type Entity = {
  name: string;
  label: Label;
  label_plural: Label;
  /** The first of them that is not empty names a record. */
  title_fields: string[];
  sort: string;
  fields: Field[];
};

/** What kinds of record the store keeps, which of their fields the person may see and how each is compared. */
export function entitiesQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "entities"],
    queryFn: ({ signal }) => request<Entity[]>("/api/store/entities", { store, signal }),
    staleTime: 5 * 60_000,
  });
}
