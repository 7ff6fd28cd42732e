/**
 * Measures the whole way from a month of minutes as CSV to HTML and PDF, training
 * included, beside the same job in Python: same split, network, windows, gradient
 * steps and number of charts. In turn within each round.
 *
 * `deno task bench:report [--rounds N] [--out FILE.json]`
 */
import { benchFlags } from "./measure/bench_flags.ts";
import { OUT } from "./measure/bench_task.ts";
import { machine } from "./measure/machine.ts";
import { type Cost, runMeasured } from "./measure/run_measured.ts";
import { peerPython } from "./peers/peer_python.ts";
import { MONTH_ROWS, monthCsv } from "./report/month.ts";
import {
  costTable,
  type Round,
  summarizeCosts,
} from "./report/summarize_costs.ts";

const FOLDER = ".cache/report";
const DATA = `${FOLDER}/month.csv`;
const MODEL = "bench-report";
const STORED = `data/models/${MODEL}`;

const flags = benchFlags({
  task: "bench:report",
  about: "Measures a report from CSV to PDF beside the same job in Python.",
  numbers: {
    rounds: { about: "how often everything is measured", default: 3 },
  },
  texts: { out: OUT },
});
Deno.chdir(new URL("..", import.meta.url));
const python = await peerPython(say);
say(machine());
await Deno.mkdir(FOLDER, { recursive: true });
await Deno.writeTextFile(DATA, monthCsv(1));
const rounds: Round[] = [];
for (let round = 0; round < flags.rounds; round++) {
  await Deno.remove(STORED, { recursive: true }).catch(() => {});
  const whenwhy = await task();
  const { charts, ...job } = await jobOf();
  const told = round === 0 ? say : () => {};
  told(
    `${MONTH_ROWS} rows, 23 columns, threads as each side chooses; ` +
      `whenwhy: ${JSON.stringify({ ...job, charts })}`,
  );
  const again = await task("--model", MODEL);
  const script = ["-B", "benches/peer/report.py"]; // no __pycache__ beside it
  const peer = [python, ...script, DATA, `${FOLDER}/python`];
  const other = await runMeasured([...peer, JSON.stringify(job)], {
    heard: (output) => told(`Python: ${output.trim()}`),
  });
  rounds.push({ whenwhy, again, python: other });
  say(JSON.stringify(rounds.at(-1)));
}
await Deno.remove(STORED, { recursive: true });
const result = summarizeCosts(rounds);
costTable(result).forEach(say);
if (flags.out !== undefined) {
  await Deno.writeTextFile(flags.out, `${JSON.stringify(result, null, 2)}\n`);
}

/** The task as a user calls it. */
async function task(...args: readonly string[]): Promise<Cost> {
  const name = args.length === 0 ? ["--name", MODEL] : args;
  return await runMeasured([
    ...[Deno.execPath(), "task", "-q", "report", "--data", DATA],
    ...["--out", `${FOLDER}/whenwhy`, ...name],
  ]);
}

/** What the other has to do as well: as many epochs, as many incidents' charts. */
async function jobOf(): Promise<
  { epochs: number; incidents: number; charts: number }
> {
  const current = await Deno.readTextFile(`${STORED}/current`);
  const detector = await read(
    `${STORED}/versions/${current.trim()}/detector.json`,
  );
  const figures = Deno.readDirSync(`${FOLDER}/whenwhy/figures`).toArray();
  return {
    epochs: detector.training.losses.length,
    charts: figures.length,
    incidents:
      figures.filter(({ name }) => name.endsWith("-actual-expected.svg"))
        .length,
  };
}

/** Reads what the task has just written. */
async function read(file: string) {
  return JSON.parse(await Deno.readTextFile(file));
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
