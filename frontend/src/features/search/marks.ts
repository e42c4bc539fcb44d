const between = new Set(" \t\n\r·•・.-");

/** As the server compares texts: full-width signs as plain ones, small letters, without what stands between. */
export function normal(text: string): string {
  return [...text.normalize("NFKC")].filter((sign) => !between.has(sign)).join("").toLowerCase();
}

/** Where the first word of what was typed stands in a text, as [begin, end); null when it does not. */
export function markOf(text: string, typed: string): [number, number] | null {
  const word = normal(typed.trim().split(/\s+/)[0] ?? "");
  if (!word) return null;
  const starts: number[] = [];
  let flat = "";
  for (let at = 0; at < text.length; at += 1) {
    for (const sign of normal(text.charAt(at))) {
      flat += sign;
      starts.push(at);
    }
  }
  const found = flat.indexOf(word);
  const begin = starts[found];
  const last = starts[found + word.length - 1];
  return begin === undefined || last === undefined ? null : [begin, last + 1];
}
