import { gzipSync } from "node:zlib";
import pl from "nodejs-polars";

/** A kind of file that is mutated. */
export interface Original {
  /** The file's name. */
  readonly name: string;
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** How fractions are written in it. */
  readonly decimal: "point" | "comma";
  /** What separates its fields; `null` where it is not plain text. */
  readonly delimiter: string | null;
}

/** Rows of every original. */
const ROWS = 60;

const rows = Array.from({ length: ROWS }, (_, row) => ({
  timestamp: new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
  host: "web-1",
  a: (row * 1.25).toFixed(2),
  b: row % 9 === 0 ? "" : String(1e6 + row),
}));
const names = ["timestamp", "host", "a", "b"] as const;
const wide = [[...names], ...rows.map((row) => names.map((name) => row[name]))];
const long = [
  ["timestamp", "metric", "value", "host"],
  ...rows.flatMap(({ timestamp, host, a, b }) => [
    [timestamp, "a", a, host],
    [timestamp, "b", b, host],
  ]),
];

const numbers = {
  timestamp: rows.map((_, row) => 1_767_225_600 + row * 60),
  host: rows.map(({ host }) => host),
  a: rows.map(({ a }) => Number(a)),
  b: rows.map(({ b }) => b === "" ? null : Number(b)),
};

/** The files that are mutated, one of each kind. */
export const ORIGINALS: readonly Original[] = [
  text("comma.csv", lines(wide, ",")),
  {
    ...text(
      "semicolon.csv",
      lines(wide, ";").replaceAll(/(\d)\.(\d\d;)/g, "$1,$2"),
    ),
    decimal: "comma",
    delimiter: ";",
  },
  { ...text("tab.csv", lines(wide, "\t", "\r\n")), delimiter: "\t" },
  text(
    "quoted.csv",
    lines(wide.map((fields) => fields.map((field) => `"${field}"`)), ","),
  ),
  text("long.csv", lines(long, ",")),
  packed("packed.csv.gz", gzipSync(lines(wide, ","))),
  packed("plain.parquet", parquet("uncompressed")),
  packed("packed.parquet", parquet("zstd")),
];

function lines(
  all: readonly (readonly string[])[],
  delimiter: string,
  end = "\n",
): string {
  return all.map((fields) => fields.join(delimiter) + end).join("");
}

function text(name: string, content: string): Original {
  const bytes = new TextEncoder().encode(content);
  return { name, bytes, decimal: "point", delimiter: "," };
}

function packed(name: string, bytes: Uint8Array): Original {
  return {
    name,
    bytes: new Uint8Array(bytes),
    decimal: "point",
    delimiter: null,
  };
}

function parquet(compression: "uncompressed" | "zstd"): Uint8Array {
  return pl.DataFrame(numbers).writeParquet({ compression });
}
