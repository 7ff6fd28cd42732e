import { join } from "node:path";
import { toParquet } from "@lib/source/parquet/to_parquet.ts";

/** A small labelled machine: two waves and an incident of each. */
export interface SmallMachine {
  /** Its name. */
  readonly name: string;
  /** Rows of train. */
  readonly train: number;
  /** Rows of test; rows 50 to 69 are labelled, where `b` stands far above. */
  readonly test: number;
}

/** How a machine's files differ from good ones. */
export interface FolderFlaws {
  /** Leaves the label out of test. */
  readonly label?: "missing";
  /** Leaves the file of causes out. */
  readonly causes?: "missing";
}

const INCIDENT = { start: 50, end: 70 } as const;

/**
 * Writes a machine as Parquet, a row a minute, seconds since train's first row.
 *
 * @param dir The folder.
 * @param machine Its name and rows.
 * @param flaws What is wrong with it.
 */
export async function writeMachine(
  dir: string,
  { name, train, test }: SmallMachine,
  { label, causes }: FolderFlaws = {},
): Promise<void> {
  const parts = [["train", 0, train], ["test", train, test]] as const;
  for (const [part, first, rows] of parts) {
    const at = Array.from({ length: rows }, (_, row) => row);
    const isLabelled = part === "test" && label === undefined;
    const columns = {
      timestamp: at.map((row) => (first + row) * 60),
      a: at.map((row) => valueOf("a", first + row, "normal")),
      b: at.map((row) =>
        valueOf("b", first + row, stateOf(part === "test" ? row : -1))
      ),
      ...(isLabelled
        ? { label: at.map((row) => stateOf(row) === "normal" ? 0 : 1) }
        : {}),
    };
    await Deno.writeFile(
      join(dir, `${name}.${part}.parquet`),
      toParquet(
        Object.entries(columns).map(([column, values]) => ({
          name: column,
          kind: "double",
          values: Float64Array.from(values),
        })),
      ),
    );
  }
  if (causes === "missing") return;
  const [start, end] = [INCIDENT.start, INCIDENT.end - 1]
    .map((row) => (train + row) * 60);
  await Deno.writeTextFile(
    join(dir, `${name}.causes.csv`),
    `start,end,features\n${start},${end},b\n`,
  );
}

/**
 * Writes a machine in the text files of OmniAnomaly's ServerMachineDataset.
 *
 * @param dir The folder `ServerMachineDataset`.
 * @param machine Its name and rows.
 */
export async function writeTextMachine(
  dir: string,
  { name, train, test }: SmallMachine,
): Promise<void> {
  const rows = (first: number, count: number, part: "train" | "test") =>
    Array.from({ length: count }, (_, row) => {
      const state = stateOf(part === "test" ? row : -1);
      const cells = [
        valueOf("a", first + row, "normal"),
        valueOf("b", first + row, state),
      ];
      return cells.map((cell) => cell.toFixed(6)).join(",");
    });
  const files = {
    train: rows(0, train, "train"),
    test: rows(train, test, "test"),
    "test_label": Array.from(
      { length: test },
      (_, row) => stateOf(row) === "normal" ? "0" : "1",
    ),
    "interpretation_label": [`${INCIDENT.start}-${INCIDENT.end - 1}:2`],
  };
  for (const [part, lines] of Object.entries(files)) {
    await Deno.mkdir(join(dir, part), { recursive: true });
    await Deno.writeTextFile(
      join(dir, part, `${name}.txt`),
      lines.join("\n") + "\n",
    );
  }
}

function stateOf(row: number): "normal" | "incident" {
  return row >= INCIDENT.start && row < INCIDENT.end ? "incident" : "normal";
}

function valueOf(
  metric: "a" | "b",
  t: number,
  state: "normal" | "incident",
): number {
  const noise = (t * 7919 + 104729) % 1009 / 1009;
  const wave = Math.sin(t / 9 + (metric === "a" ? 0 : 1));
  return 0.3 + 0.1 * wave + 0.02 * noise + (state === "incident" ? 0.5 : 0);
}
