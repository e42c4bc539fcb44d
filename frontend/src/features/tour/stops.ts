type Stops = readonly { readonly name: string; readonly at: readonly string[] }[];

const menu = ["[data-tour='menu']"];
const help = ["[data-tour='help']"];
/** Where a tour stops, by place; `at`: selectors of what it points at, the first that is on the page. */
export const stops = {
  store: [
    { name: "menu", at: menu },
    { name: "records", at: ["a[href$='/customers']", "a[href$='/vehicles']"] },
    { name: "search", at: ["[data-tour='search']"] },
    { name: "shape", at: ["a[href$='/settings/fields']", "a[href$='/policies']"] },
    { name: "help", at: help },
  ],
  hq: [
    { name: "menu", at: menu },
    { name: "compare", at: ["a[href$='/compare']"] },
    { name: "stores", at: ["a[href$='/stores']", "a[href$='/people']"] },
    { name: "fields", at: ["a[href$='/fields']", "a[href$='/ceilings']"] },
    { name: "help", at: help },
  ],
} as const satisfies Record<string, Stops>;

export type TourPlace = keyof typeof stops;

function shown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0);
}

/** The stops that this person has at this width, with what each points at. */
export function stopsHere<Place extends TourPlace>(place: Place): { name: (typeof stops)[Place][number]["name"]; target: HTMLElement }[] {
  return stops[place].flatMap(({ name, at }) => {
    const target = at.map(shown).find((one) => one !== undefined);
    return target ? [{ name, target }] : [];
  });
}
