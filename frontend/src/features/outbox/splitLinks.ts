export type Piece = { at: number; text: string; link: boolean };

/** Cuts a message's text into plain words and web addresses. Only http(s) counts as an address. */
export function splitLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"\u3002\uff0c\uff09]+/g)) {
    if (found.index > at) pieces.push({ at, text: text.slice(at, found.index), link: false });
    pieces.push({ at: found.index, text: found[0], link: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), link: false });
  return pieces;
}
