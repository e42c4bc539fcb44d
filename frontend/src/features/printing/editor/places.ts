import type { LabelOut } from "@/api/types.gen";
import { labelIn } from "@/i18n/labelIn";
import type { Printable } from "../api";

/** A place as it is kept, {{customer.phone|long}} without the braces, and as people read it. */
export type Place = { kept: string; shown: string; group: string };
export type Words = { given: Record<string, string>; manner: Record<string, string>; givenGroup: string; language: string };

export const given = ["@title", "@store", "@legal_name", "@address", "@phone", "@tax_no", "@bank", "@clauses", "@today", "@now", "@me", "@template", "@page", "@pages"] as const;

const braces = /\{\{([^{}]{0,200})\}\}/g;

/** All that can be put into a text, each under a name of its own. */
export function placesOf({ groups }: Printable, words: Words): Place[] {
  const taken = new Set<string>();
  const unique = (shown: string, kept: string) => {
    const name = taken.has(shown) ? `${shown}·${kept}` : shown;
    taken.add(name);
    return name;
  };
  const clean = (label: LabelOut) => labelIn(label, words.language).replace(/[{}|]/g, " ").trim();
  const found: Place[] = given.map((kept) => ({ kept, shown: unique(`@${words.given[kept] ?? kept}`, kept), group: words.givenGroup }));
  for (const [at, { label, places }] of groups.entries()) {
    const group = clean(label);
    for (const { path, label: name, manners } of places) {
      const shown = unique(at === 0 ? clean(name) : `${group}.${clean(name)}`, path);
      found.push({ kept: path, shown, group });
      for (const manner of manners) found.push({ kept: `${path}|${manner}`, shown: `${shown}|${words.manner[manner] ?? manner}`, group });
    }
  }
  return found;
}

/** What people read in place of what is kept; what is no place stays as it is. */
export function toShown(text: string, places: Place[]): string {
  const names = new Map(places.map(({ kept, shown }) => [kept, shown]));
  return text.replace(braces, (whole, inside: string) => wrapped(names.get(tidy(inside))) ?? whole);
}

export function toKept(text: string, places: Place[]): string {
  const names = new Map(places.map(({ kept, shown }) => [shown, kept]));
  return text.replace(braces, (whole, inside: string) => wrapped(names.get(inside.trim())) ?? whole);
}

/** The text with a place where the cursor was, and where the cursor is then. */
export function insertAt(text: string, place: string, at: number): { text: string; at: number } {
  const put = `{{${place}}}`;
  return { text: text.slice(0, at) + put + text.slice(at), at: at + put.length };
}

function wrapped(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `{{${name}}}`;
}

function tidy(inside: string): string {
  return inside.replace(/\s*\|\s*/, "|").trim();
}
