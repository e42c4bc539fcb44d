import type { Options } from "./api/options";
import type { FilterName, Filters } from "./search";

export type Choice = { value: string; label: string };

/** What each filter offers. Models are those of the chosen brands. A blank value is offered as `blank`. */
export function filterChoices(options: Options, filters: Filters, blank: string): Record<FilterName, Choice[]> {
  const named = (value: string): Choice => ({ value, label: value || blank });
  const models = options.models.filter(({ brand }) => filters.brand.length === 0 || filters.brand.includes(brand));
  const brandsOf = new Map<string, string[]>();
  for (const { brand, series } of models) brandsOf.set(series, [...(brandsOf.get(series) ?? []), brand]);
  return {
    store: options.stores.map(({ slug, name }) => ({ value: slug, label: name })),
    region: options.regions.map(named),
    brand: options.brands.map(named),
    series: [...brandsOf].map(([series, brands]) => ({
      value: series,
      label: `${brands.join(" / ")} ${series || blank}`,
    })),
  };
}
