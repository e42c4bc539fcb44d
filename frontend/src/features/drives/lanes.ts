import type { DriverOut } from "@/api/types.gen";
import { linkOf } from "@/features/fields/shapes";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";

export type Lane = { id: string; title: string; away?: boolean };

/** A car or an advisor a lane; those of drives that are not among them any more come last. */
export function lanesOf(by: "car" | "owner", rows: Row[], cars: Row[], drivers: DriverOut[]): Lane[] {
  const lanes: Lane[] = by === "car" ? cars.map((car) => ({ id: idOf(car), title: carTitle(car) })) : drivers.map(({ id, name, away }) => ({ id, title: name, away }));
  const known = new Set(lanes.map(({ id }) => id));
  for (const row of rows) {
    const id = laneOf(by, row);
    if (id === null || known.has(id)) continue;
    known.add(id);
    lanes.push({ id, title: titleOf(row[by]) });
  }
  return lanes;
}

export function laneOf(by: "car" | "owner", row: Row): string | null {
  const value = row[by];
  if (typeof value === "string") return value;
  return linkOf(value)?.id ?? null;
}

function titleOf(value: unknown): string {
  return linkOf(value)?.title ?? "";
}

function carTitle(car: Row): string {
  const vin = typeof car["vin"] === "string" ? car["vin"].slice(-6) : "";
  return [titleOf(car["trim"]), vin].filter(Boolean).join(" ");
}
