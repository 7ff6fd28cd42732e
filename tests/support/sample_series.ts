/** One made-up feature: its name, unit, usual level and noise. */
export interface SampleFeature {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  /** Usual value. */
  readonly level: number;
  /** Amplitude of its daily rhythm. */
  readonly swing: number;
  /** Standard deviation of its noise. */
  readonly noise: number;
}

/** Seven features with every kind of unit that the schema has. */
export const SAMPLE_FEATURES: readonly SampleFeature[] = [
  feature("cpu-user", "cores", "Cores busy in programs", [1.2, 0.4, 0.06]),
  feature("load-1m", "1", "Runnable tasks, averaged over 1 minute", [
    1.6,
    0.5,
    0.1,
  ]),
  feature(
    "sys-mem-available",
    "bytes",
    "Memory that programs can still have without swapping",
    [9 * 2 ** 30, 2 ** 29, 2 ** 26],
  ),
  feature("disk-bytes-written", "bytes/s", "Bytes written to disks", [
    12 * 2 ** 20,
    5 * 2 ** 20,
    1.2 * 2 ** 20,
  ]),
  feature("sys-fork-rate", "1/s", "Processes started", [14, 3, 0.8]),
  feature("disk-io-time", "s/s", "Time that disks were busy", [
    0.12,
    0.04,
    0.008,
  ]),
  feature("sys-thermal", "°C/s", "Rate of change of the temperatures", [
    0,
    0.01,
    0.004,
  ]),
];

/** Names that a page must show as text and nothing else. */
export const HOSTILE_NAMES: readonly string[] = [
  `<script>alert("cpu")</script>`,
  `"&'<img src=x onerror=alert(1)>`,
  "long-" + "name-".repeat(1999) + "end!!",
  "קצב כתיבה לדיסק (MB/s)",
  "\u202Ereversed\u0000with\u0007control\ncharacters",
  "温度-センサー-🌡",
  "]]></svg></figure><style>*{display:none}</style>",
];

/**
 * Makes a generator of uniform numbers in [0, 1) (Mulberry32).
 *
 * @param seed Any integer.
 * @returns The generator.
 */
export function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function feature(
  name: string,
  unit: string,
  description: string,
  [level, swing, noise]: readonly [number, number, number],
): SampleFeature {
  return { name, unit, description, level, swing, noise };
}
