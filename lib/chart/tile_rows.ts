/** Neighbouring bins of one row that look the same. */
export interface Tile<Class> {
  /** The row. */
  readonly row: number;
  /** First bin. */
  readonly start: number;
  /** First bin after it. */
  readonly end: number;
  /** What they have in common. */
  readonly of: Class;
}

/**
 * Joins neighbouring bins of the same class, so that a heatmap has few shapes.
 *
 * @param rows How many rows.
 * @param bins How many bins a row.
 * @param classOf Gives a bin's class; compared by identity.
 * @returns Tiles, row by row, that cover every bin once.
 */
export function tileRows<Class>(
  rows: number,
  bins: number,
  classOf: (row: number, bin: number) => Class,
): Tile<Class>[] {
  const tiles: Tile<Class>[] = [];
  for (let row = 0; row < rows; row++) {
    for (let start = 0; start < bins;) {
      const of = classOf(row, start);
      let end = start + 1;
      while (end < bins && classOf(row, end) === of) end++;
      tiles.push({ row, start, end, of });
      start = end;
    }
  }
  return tiles;
}
