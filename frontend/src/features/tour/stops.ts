type Stops = readonly { readonly name: string; readonly at: readonly string[] }[];

const menu = { name: "menu", at: ["[data-tour='menu']"] } as const;
const search = { name: "search", at: ["[data-tour='search']"] } as const;
const help = { name: "help", at: ["[data-tour='help']"] } as const;
const work = ["a[href$='/work']"] as const;

/** Where a tour stops, by what the person does; `at`: selectors of what it points at, the first that is on the page. */
export const stops = {
  advisor: [menu, { name: "customers", at: ["a[href$='/customers']"] }, { name: "work", at: work }, search, help],
  service: [menu, { name: "vehicles", at: ["a[href$='/vehicles']"] }, { name: "work", at: work }, search, help],
  manager: [menu, { name: "work", at: work }, { name: "flows", at: ["a[href$='/design/flows']", "a[href$='/design/rules']"] }, { name: "rights", at: ["a[href$='/policies']", "a[href$='/people']"] }, help],
  owner: [menu, { name: "people", at: ["a[href$='/people']"] }, { name: "shape", at: ["a[href$='/settings/fields']"] }, { name: "packs", at: ["a[href$='/design/packs']"] }, help],
  usual: [menu, { name: "records", at: ["a[href$='/customers']", "a[href$='/vehicles']"] }, { name: "work", at: work }, search, help],
  hq: [
    menu,
    { name: "compare", at: ["a[href$='/compare']"] },
    { name: "stores", at: ["a[href$='/stores']", "a[href$='/people']"] },
    { name: "fields", at: ["a[href$='/fields']", "a[href$='/ceilings']"] },
    help,
  ],
} as const satisfies Record<string, Stops>;

export type TourKind = keyof typeof stops;
/** The server remembers for each that its tour was seen. */
export type TourPlace = "store" | "hq";

/** Of several roles the first that is named here says what the person does most. */
const byRole = [
  ["group_owner", "owner"],
  ["store_manager", "manager"],
  ["sales_manager", "manager"],
  ["service_manager", "manager"],
  ["sales_advisor", "advisor"],
  ["service_advisor", "service"],
  ["receptionist", "service"],
] as const satisfies [string, TourKind][];

export function tourOf(place: TourPlace, roles: readonly string[]): TourKind {
  if (place === "hq") return "hq";
  return byRole.find(([role]) => roles.includes(role))?.[1] ?? "usual";
}

function shown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0);
}

/** The stops that this person has at this width, with what each points at. */
export function stopsHere<Kind extends TourKind>(kind: Kind): { name: (typeof stops)[Kind][number]["name"]; target: HTMLElement }[] {
  return stops[kind].flatMap(({ name, at }) => {
    const target = at.map(shown).find((one) => one !== undefined);
    return target ? [{ name, target }] : [];
  });
}
