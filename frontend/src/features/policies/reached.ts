/** Whether the right is the same on every record. */
export function isPlain(reached: { right: string; highest: string }): boolean {
  return reached.right === reached.highest;
}
