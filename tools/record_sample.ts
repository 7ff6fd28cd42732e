/**
 * Records a sample of a server's metrics: a normal part, then incidents of
 * known causes, with their labels.
 *
 * @module
 */
import { InputError } from "../lib/errors.ts";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { parseArgs } from "@std/cli/parse-args";
import { recordSample } from "./record_sample/record.ts";

const HELP =
  `Records a sample of this machine's metrics: a normal part, then eight incidents.

  deno task sample:record [--minutes N] [--out DIR] [--seed N] [--scratch DIR]

  --minutes N    length of the normal part (100); below 10 it is a rehearsal:
                 the incidents are eight times as short and as close, too
  --out DIR      folder for the files (data/raw/sample)
  --seed N       decides the sizes and pauses of the normal work (1)
  --scratch DIR  folder on a real disk, with 2 GB of room, for the disk work
                 (the folder for temporary files)
  --help         show this

Needs Linux, node_exporter, Prometheus and stress-ng, and a machine that does
nothing else. Incidents start 6 minutes apart; with --minutes 100 it takes 2 h 25 min.

Exit status: 0 recorded, 1 a flag or a program is wrong, 2 a defect of ours.`;

/** Runs what the flags say and gives the exit status. */
async function main(): Promise<number> {
  const flags = parseArgs(Deno.args, {
    string: ["_", "minutes", "out", "seed", "scratch"],
    boolean: ["help"],
    alias: { help: "h" },
    unknown: (arg) => {
      throw new InputError("record a sample", "every flag must be known", {
        got: arg,
        hint: "see --help",
      });
    },
  });
  if (flags.help) {
    say(HELP);
    return 0;
  }
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(name, () => interruption.abort());
  }
  const paths = await recordSample({
    minutes: positive("--minutes", flags.minutes ?? "100"),
    seed: positive("--seed", flags.seed ?? "1"),
    out: fromRoot(flags.out || "data/raw/sample"),
    scratch: fromRoot(flags.scratch || (Deno.env.get("TMPDIR") ?? "/tmp")),
    signal: interruption.signal,
    announce: say,
  });
  say(paths.join("\n"));
  return 0;
}

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InputError(
    "record a sample",
    `${flag} must be a positive integer`,
    { got: text },
  );
}

function say(text: string): void {
  // deno-lint-ignore no-console
  console.log(text);
}

try {
  Deno.exitCode = await main();
} catch (error) {
  const isInput = error instanceof InputError;
  // deno-lint-ignore no-console
  console.error(
    isInput
      ? error.message
      : String(error instanceof Error ? error.stack : error),
  );
  Deno.exitCode = isInput ? 1 : 2;
}
// The signal listeners would keep it alive.
Deno.exit();
