/** The server's rule for names, told before sending. */
export function isStoreName(name: string): boolean {
  const length = [...name.trim()].length;
  return length >= 2 && length <= 60;
}
