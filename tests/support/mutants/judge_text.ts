import assert from "node:assert/strict";
import type { RawTable } from "@lib/frame/raw_table.ts";
import type { Original } from "./originals.ts";

/** Words for a value that is not there. */
const NO_VALUE = /^(na|n\/a|nan|null|none|nil|-|\?)$/i;

/** What was made of a mutated text, and what of the text that it came from. */
export interface TextCase {
  /** The file that was mutated. */
  readonly original: Original;
  /** The table of it. */
  readonly expected: RawTable;
  /** The mutant's bytes. */
  readonly bytes: Uint8Array;
  /** The table that was read of it. */
  readonly raw: RawTable;
}

/**
 * Holds the table of a mutated CSV file against its lines, which are told apart
 * here by nothing but line ends and delimiters: lines that no change touched
 * have the values that they had, and no cell is lost in silence.
 *
 * @param given Both files and both tables.
 * @throws {AssertionError} If the table is wrong.
 */
export function judgeText({ original, expected, bytes, raw }: TextCase): void {
  const before = linesOf(original.bytes);
  const after = linesOf(bytes);
  const known = new Set(before);
  const isChanged = (line: string) => !known.has(line);
  // A field with a line end in it is beyond this simple view.
  if (after.some((line) => isChanged(line) && isOdd(line))) return;
  // Another first line means another table.
  if (after[0] !== before[0]) return;

  if (original.name === "long.csv") {
    assert.ok(raw.facts.rows <= after.length - 1, "rows out of nothing");
    return judgeLong(after.filter((line) => !isChanged(line)), expected, raw);
  }
  judgeUntouched(after, { before, expected, raw });
  if (!after.some((line) => line.includes('"'))) {
    judgeCells(after, original.delimiter ?? ",", raw);
  }
}

function judgeUntouched(
  after: readonly string[],
  { before, expected, raw }: {
    readonly before: readonly string[];
    readonly expected: RawTable;
    readonly raw: RawTable;
  },
) {
  const rowOf = new Map([...raw.times].map((time, row) => [time, row]));
  const untouched = new Set(after);
  let wrong = 0;
  before.slice(1).forEach((line, from) => {
    if (!untouched.has(line)) return;
    const to = rowOf.get(expected.times[from] ?? NaN);
    const isSame = to !== undefined &&
      expected.columns.every(({ name, values }) =>
        Object.is(values[from], valueAt(raw, name, to))
      );
    if (!isSame) wrong++;
  });
  // Where a changed line has an untouched one's time, the later wins.
  assert.ok(
    wrong <= raw.facts.duplicates,
    `${wrong} untouched lines have other values`,
  );
}

function judgeLong(
  lines: readonly string[],
  expected: RawTable,
  raw: RawTable,
) {
  let wrong = 0;
  for (const line of lines.slice(1)) {
    const [time = "", metric = "", value = ""] = line.split(",");
    const to = raw.times.indexOf(Date.parse(time));
    if (!expected.columns.some(({ name }) => name === metric)) continue;
    const found = valueAt(raw, metric, to);
    if (!Object.is(found, value === "" ? NaN : Number(value))) wrong++;
  }
  assert.ok(
    wrong <= raw.facts.duplicates,
    `${wrong} untouched values are others`,
  );
}

/** Every cell that is there is a number of the table, or counted. */
function judgeCells(
  after: readonly string[],
  delimiter: string,
  raw: RawTable,
) {
  const [header = "", ...lines] = after;
  const records = lines.filter((line) => line !== "")
    .map((line) => line.split(delimiter).map((cell) => cell.trim()));
  const { facts } = raw;
  assert.ok(facts.rows <= records.length, "rows out of nothing");
  const isCut = facts.notes?.some((note) => note.includes("cut short")) ? 1 : 0;
  const lost = records.length - facts.rows + facts.duplicates + facts.badTimes +
    isCut;
  header.split(delimiter).forEach((name, place) => {
    const column = raw.columns.find((column) => column.name === name.trim());
    if (!column) return;
    const there = records.filter((cells) => {
      const cell = cells[place] ?? "";
      return cell !== "" && !NO_VALUE.test(cell);
    }).length;
    const read = column.values.filter((value) => !Number.isNaN(value)).length;
    const bad = facts.badCells.find((cells) => cells.name === column.name);
    assert.ok(
      there - read <= (bad?.count ?? 0) + facts.infinite + lost,
      `${there - read} cells of ${name} are lost`,
    );
  });
}

function valueAt(raw: RawTable, name: string, row: number): number {
  const column = raw.columns.find((column) => column.name === name);
  return column?.values[row] ?? NaN;
}

/** One character a byte, so that nothing is lost in decoding. */
function linesOf(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function isOdd(line: string): boolean {
  return line.split('"').length % 2 === 0;
}
