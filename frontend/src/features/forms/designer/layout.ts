import type { FormFieldPartOut, FormLayoutOut, FormNotePartOut, FormRowsPartOut, FormSectionOut, FormTabOut } from "@/api/types.gen";

export type Layout = FormLayoutOut;
export type Tab = FormTabOut;
export type Section = FormSectionOut;
export type FieldPart = FormFieldPartOut;
export type NotePart = FormNotePartOut;
export type RowsPart = FormRowsPartOut;
export type Part = Section["parts"][number];
/** Where a part goes: before this place of the section's parts. */
export type Place = { section: string; at: number };

const noWords = { zh: "", en: "" };

function newId(letter: string): string {
  return `${letter}${crypto.randomUUID().slice(0, 8)}`;
}

export function fieldPart(field: string): FieldPart {
  return {
    kind: "field", id: newId("f"), field, label: noWords, help: noWords, placeholder: noWords, width: 1, required: false,
    read_only: false, show_when: null, required_when: null, read_only_when: null, default: null, refusals: [],
  };
}

export function notePart(): NotePart {
  return { kind: "note", id: newId("n"), text: noWords, width: 3, show_when: null };
}

export function rowsPart(entity: string, via: string, columns: string[]): RowsPart {
  return { kind: "rows", id: newId("r"), entity, via, columns, label: noWords, width: 3, read_only: false, show_when: null };
}

function newSection(): Section {
  return { id: newId("s"), label: noWords, columns: 2, show_when: null, parts: [] };
}

function newTab(): Tab {
  return { id: newId("t"), label: noWords, show_when: null, sections: [newSection()] };
}

function mapSections(layout: Layout, change: (section: Section) => Section): Layout {
  return { tabs: layout.tabs.map((tab) => ({ ...tab, sections: tab.sections.map(change) })) };
}

export function sectionsIn(layout: Layout): Section[] {
  return layout.tabs.flatMap(({ sections }) => sections);
}

export function partsIn(layout: Layout): Part[] {
  return sectionsIn(layout).flatMap(({ parts }) => parts);
}

export function placeOf(layout: Layout, part: string): Place | null {
  for (const { id, parts } of sectionsIn(layout)) {
    const at = parts.findIndex((one) => one.id === part);
    if (at >= 0) return { section: id, at };
  }
  return null;
}

export function tabOf(layout: Layout, id: string): Tab | undefined {
  return layout.tabs.find(
    (tab) => tab.id === id || tab.sections.some((section) => section.id === id || section.parts.some((part) => part.id === id)),
  );
}

export function insert(layout: Layout, part: Part, { section, at }: Place): Layout {
  return mapSections(layout, (one) => (one.id === section ? { ...one, parts: one.parts.toSpliced(at, 0, part) } : one));
}

export function remove(layout: Layout, id: string): Layout {
  return mapSections(layout, (one) => ({ ...one, parts: one.parts.filter((part) => part.id !== id) }));
}

/** `place` is counted as the parts stand before the move. */
export function move(layout: Layout, id: string, place: Place): Layout {
  const from = placeOf(layout, id);
  const part = partsIn(layout).find((one) => one.id === id);
  if (!from || !part) return layout;
  const shifted = from.section === place.section && from.at < place.at ? place.at - 1 : place.at;
  return insert(remove(layout, id), part, { section: place.section, at: shifted });
}

/** One place earlier or later; over the end of a section into the next one. Null where there is no further. */
export function step(layout: Layout, id: string, by: -1 | 1): Layout | null {
  const from = placeOf(layout, id);
  if (!from) return null;
  const sections = sectionsIn(layout);
  const here = sections.findIndex((one) => one.id === from.section);
  const at = from.at + by;
  if (at >= 0 && at < (sections[here]?.parts.length ?? 0)) return move(layout, id, { section: from.section, at: by > 0 ? at + 1 : at });
  const next = sections[here + by];
  return next ? move(layout, id, { section: next.id, at: by > 0 ? 0 : next.parts.length }) : null;
}

export function changePart<Kind extends Part>(layout: Layout, id: string, values: Partial<Kind>): Layout {
  return mapSections(layout, (one) => ({
    ...one,
    parts: one.parts.map((part) => (part.id === id ? ({ ...part, ...values } as Part) : part)),
  }));
}

export function changeSection(layout: Layout, id: string, values: Partial<Section>): Layout {
  return mapSections(layout, (one) => (one.id === id ? { ...one, ...values } : one));
}

export function changeTab(layout: Layout, id: string, values: Partial<Tab>): Layout {
  return { tabs: layout.tabs.map((tab) => (tab.id === id ? { ...tab, ...values } : tab)) };
}

export function addSection(layout: Layout, tab: string): { layout: Layout; id: string } {
  const section = newSection();
  const tabs = layout.tabs.map((one) => (one.id === tab ? { ...one, sections: [...one.sections, section] } : one));
  return { layout: { tabs }, id: section.id };
}

export function addTab(layout: Layout): { layout: Layout; id: string } {
  const tab = newTab();
  return { layout: { tabs: [...layout.tabs, tab] }, id: tab.id };
}

function swapped<Item extends { id: string }>(items: Item[], id: string, by: -1 | 1): Item[] | null {
  const from = items.findIndex((one) => one.id === id);
  const [one, other] = [items[from], items[from + by]];
  if (!one || !other) return null;
  return items.with(from, other).with(from + by, one);
}

/** A section within its tab, or a tab; null where there is no further. */
export function shift(layout: Layout, id: string, by: -1 | 1): Layout | null {
  const tabs = swapped(layout.tabs, id, by);
  if (tabs) return { tabs };
  const tab = layout.tabs.find(({ sections }) => sections.some((one) => one.id === id));
  const sections = tab && swapped(tab.sections, id, by);
  return tab && sections ? changeTab(layout, tab.id, { sections }) : null;
}

/** A section or a tab with all that is in it; the last tab stays. */
export function removeGroup(layout: Layout, id: string): Layout {
  const tabs = layout.tabs.length > 1 ? layout.tabs.filter((tab) => tab.id !== id) : layout.tabs;
  return { tabs: tabs.map((tab) => ({ ...tab, sections: tab.sections.filter((one) => one.id !== id) })) };
}
