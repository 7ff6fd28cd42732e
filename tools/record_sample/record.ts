import { InputError } from "../../lib/errors.ts";
import { join } from "node:path";
import { Children } from "./children.ts";
import { planRecording } from "./plan.ts";
import { readSeries } from "./read_series.ts";
import { runIncidents } from "./run_incidents.ts";
import { startServices } from "./services.ts";
import { sleep } from "./sleep.ts";
import { prepareWorkload, runWorkload } from "./workload.ts";
import { writeSample } from "./write_sample.ts";

/** What is recorded, and where it goes. */
export interface RecordOptions {
  /** Length of the normal part. */
  readonly minutes: number;
  /** Decides the sizes and pauses of the normal work. */
  readonly seed: number;
  /** The folder for the files. */
  readonly out: string;
  /** A folder on a real disk; the recorder makes its own in it, and removes it. */
  readonly scratch: string;
  /** Ends the recording before its time; then nothing is written. */
  readonly signal: AbortSignal;
  /** Called with a line for the reader at each turn of the recording. */
  readonly announce: (line: string) => void;
}

/**
 * Records a sample: starts the services and the normal work, makes the
 * incidents, writes the files, and ends all that it started, whatever happens.
 *
 * @param options What, and where to.
 * @returns The paths of the files.
 * @throws {InputError} If a program is missing, or the recording was interrupted.
 */
export async function recordSample(options: RecordOptions): Promise<string[]> {
  const folder = await Deno.makeTempDir({
    dir: options.scratch,
    prefix: "record-sample-",
  });
  const work = join(folder, "work");
  await Deno.mkdir(work);
  const children = new Children(work);
  try {
    return await recordIn(folder, children, options);
  } finally {
    await children.stop();
    await Deno.remove(folder, { recursive: true });
  }
}

async function recordIn(
  folder: string,
  children: Children,
  { minutes, seed, out, signal, announce }: RecordOptions,
): Promise<string[]> {
  const plan = planRecording(minutes);
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  const { exporter, prometheusUrl } = await startServices(
    folder,
    signal,
    children,
  );
  await prepareWorkload(children);
  const begunMs = Date.now();
  const at = (seconds: number) => begunMs + seconds * 1000;
  announce(`Normal work until ${clock(at(plan.incidents[0]?.atSeconds ?? 0))}`);
  const workload = runWorkload(children, { seed, signal: ended });
  const incidents = await runIncidents(plan.incidents, {
    children,
    exporter,
    begunMs,
    signal,
    announce: (note) => announce(`${clock(Date.now())} ${note}`),
  });
  if (!signal.aborted) {
    announce(`Normal work until ${clock(at(plan.endSeconds))}`);
  }
  await sleep((at(plan.endSeconds) - Date.now()) / 1000, signal);
  if (signal.aborted) {
    throw new InputError("record a sample", "it must run to its end", {
      got: "an interruption",
      hint: "nothing was written",
    });
  }
  const table = await readSeries(prometheusUrl, {
    startMs: at(plan.startSeconds),
    endMs: at(plan.endSeconds),
  });
  ending.abort();
  await Promise.all([children.stop(), workload]);
  return await writeSample(out, {
    table,
    splitMs: at(plan.splitSeconds),
    incidents,
  });
}

function clock(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}
