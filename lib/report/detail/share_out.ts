/**
 * Shares out room among texts: a short one gets what it needs, so that a long
 * one gets more.
 *
 * @param texts The longest that each may be.
 * @param room Characters of all together.
 * @param shorten Gives a shorter text than one, of so many characters at most.
 * @returns A text each.
 */
export function shareOut(
  texts: readonly string[],
  room: number,
  shorten: (index: number, most: number) => string,
): string[] {
  const result = [...texts];
  const order = [...texts.keys()].sort((a, b) =>
    texts[a]!.length - texts[b]!.length
  );
  let free = room;
  for (const [done, index] of order.entries()) {
    const most = Math.floor(free / (order.length - done));
    if (texts[index]!.length > most) result[index] = shorten(index, most);
    free -= result[index]!.length;
  }
  return result;
}
