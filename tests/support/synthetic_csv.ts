/** What a synthetic table looks like. */
export interface SyntheticOptions {
  /** Rows, one a minute. */
  readonly rows: number;
  /** Rows `[start, end)` at which load and CPU stand far above normal. */
  readonly incident: readonly [start: number, end: number];
  /** Gives a row's timestamp as it stands in the file. */
  readonly time: (row: number) => string;
}

/**
 * Writes a small table of the schema's metrics: an hourly wave, a little noise
 * from a fixed generator, and one planted incident.
 *
 * @param path Where to.
 * @param options Size, incident, form of the timestamps.
 */
export async function writeSyntheticCsv(
  path: string,
  { rows, incident, time }: SyntheticOptions,
): Promise<void> {
  let state = 1;
  const noise = () => (state = state * 48271 % 2147483647) / 2147483647 - 0.5;
  const [start, end] = incident;
  const lines = Array.from({ length: rows }, (_, row) => {
    const wave = Math.sin(row * 2 * Math.PI / 60);
    const extra = row >= start && row < end ? 6 : 0;
    return [
      time(row),
      (2 + wave + 0.2 * noise() + extra).toFixed(4),
      (1 + 0.5 * wave + 0.1 * noise() + extra / 2).toFixed(4),
      (8e9 + 1e8 * wave + 1e7 * noise()).toFixed(0),
      16e9,
    ].join(",");
  });
  const header = "timestamp,load-1m,cpu-user,sys-mem-free,sys-mem-total";
  await Deno.writeTextFile(path, [header, ...lines].join("\n") + "\n");
}
