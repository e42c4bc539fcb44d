/** A name within a sentence: English ones begin small there, unless they are written in capitals. */
export function inSentence(name: string, language: string): string {
  const [first = "", second = ""] = name;
  return language !== "en" || second === second.toUpperCase() ? name : first.toLowerCase() + name.slice(1);
}
