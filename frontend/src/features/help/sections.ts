export interface Section {
  id: string;
  title: string;
  text: string;
}

// To other files of docs/, which the app has not.
const inward = /\[([^\]]+)\]\((?!https?:)[^)]*\)/g;
const mark = /^<!-- help: ([a-z-]+) -->\n## (.+)\n/gm;

/** The parts of a guide that stand beside a page: each begins with `<!-- help: id -->` above its heading. */
export function sectionsOf(guide: string): Section[] {
  const found = [...guide.matchAll(mark)];
  return found.map((one, at) => ({
    id: one[1] ?? "",
    title: one[2] ?? "",
    text: guide.slice((one.index ?? 0) + one[0].length, found[at + 1]?.index ?? guide.length).replace(inward, "$1").trim(),
  }));
}

/** Those in which every word is found. */
export function matching(sections: Section[], asked: string): Section[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return sections.filter(({ title, text }) => {
    const all = `${title}\n${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
