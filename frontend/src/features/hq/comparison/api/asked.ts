import type { Period } from "../period";
import type { Filters } from "../search";

/** Which orders are meant. `region: [""]` asks for those without a region. */
export type Asked = { period: Period; filters: Filters };

export function queryOf({ period, filters }: Asked) {
  return { date_from: period.from, date_to: period.to, ...filters };
}
