import { dirname } from "node:path";
import { InputError } from "../../errors.ts";
import { ENGINE_CHOICES } from "../../model/engine.ts";
import { openEngine } from "../../model/open_engine.ts";
import type { RunRecord } from "../../report/report_input.ts";
import type { ProgressListener } from "../base/progress.ts";
import { fromRoot } from "../base/paths.ts";
import { readEarlierRun, type ScannedRun } from "../earlier/scan_runs.ts";
import { type Evaluated, evaluateInput } from "../evaluate.ts";
import type { Params } from "../params/params.ts";
import type { StoredModel } from "../store/model_store.ts";
import { type Lesson, readScoringInput } from "../training/scoring_input.ts";
import type { CheckedInput } from "./check_inputs.ts";
import {
  changedIn,
  type HowAgain,
  howAgain,
  type LeftOut,
  leftOut,
  UNUSABLE,
} from "./how_again.ts";
import { paramsAgain } from "./params_again.ts";
import type { FoundModel } from "./stored_model.ts";
import { trainAgain } from "./train_again.ts";

/** What a run is made again with. */
export interface RecomputeOptions extends Pick<Params, "engine" | "threads"> {
  /** The run's folder. */
  readonly folder: string;
  /** Its inputs, held against their hashes. */
  readonly inputs: readonly CheckedInput[];
  /** Its model, where it was found. */
  readonly found: FoundModel;
  /** Hears of progress. */
  readonly listener: ProgressListener;
}

/** A run that was made again in memory. */
export interface Recomputed extends LeftOut {
  /** What it gives now. */
  readonly evaluated: Evaluated;
  /** Seconds that its model took to be trained again; `null` where it was stored. */
  readonly trainedSeconds: number | null;
}

/**
 * Makes a run again from what is there, with the model that it had. Nothing is
 * written: a model that is gone is trained again in memory.
 *
 * @param run The run's record.
 * @param options Inputs, model, engine.
 * @returns What it gives; or a clause that says what it takes and is not there.
 * @throws {InputError} If what is there cannot be used.
 */
export async function recompute(
  run: RunRecord,
  options: RecomputeOptions,
): Promise<Recomputed | string> {
  const { inputs } = options;
  const how = howAgain(run, options);
  if (typeof how === "string") return how;
  try {
    return {
      ...await madeAgain(run, how, options),
      ...leftOut(run, inputs, how.reads),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (changedIn(inputs, how.reads).length === 0) throw error;
    return UNUSABLE;
  }
}

async function madeAgain(
  run: RunRecord,
  { stored, reads }: HowAgain,
  options: RecomputeOptions,
): Promise<Pick<Recomputed, "evaluated" | "trainedSeconds">> {
  const { folder, inputs, engine, threads, listener } = options;
  const params = paramsAgain(run, inputs, {
    ...{ folder, engine, threads },
    model: reads === "stored" ? stored?.folder ?? null : null,
  });
  const began = performance.now();
  let trainedSeconds: number | null = null;
  const learned = async (lesson: Lesson): Promise<StoredModel> => {
    if (stored !== null) return stored.model;
    const model = await trainOn(lesson, params, { run, options });
    trainedSeconds = (performance.now() - began) / 1000;
    return model;
  };
  const input = await readScoringInput(params, { knownAs: knownAs(inputs) });
  const evaluated = await evaluateInput(input, params, {
    ...{ command: run.command, listener: onlyBars(listener), learned },
    earlierRuns: async () => ({
      runs: await earlierRunsOf(inputs),
      problems: [],
    }),
  });
  return { evaluated, trainedSeconds };
}

/** On the engine that trained it: another one gives other weights. */
async function trainOn(
  lesson: Lesson,
  params: Params,
  { run, options: { threads, listener, found } }: {
    readonly run: RunRecord;
    readonly options: RecomputeOptions;
  },
): Promise<StoredModel> {
  const { name, version, trainedBy } = run.model;
  const engine = ENGINE_CHOICES.find((one) => one === trainedBy.name) ?? "auto";
  listener({
    kind: "said",
    text: `The model ${name} ${version}: ${found.why}; training it again`,
  });
  return await trainAgain(lesson, {
    ...{ params, listener, recorded: run.model },
    engine: await openEngine(engine, threads === null ? {} : { threads }),
  });
}

/** Earlier runs of which all that was read is what it was, wherever they are. */
async function earlierRunsOf(
  inputs: readonly CheckedInput[],
): Promise<ScannedRun[]> {
  const earlier = inputs.filter(({ role }) => role === "earlier");
  const folderOf = ({ path }: CheckedInput) => dirname(fromRoot(path));
  const gone = new Set(
    earlier.filter(({ state }) => state !== "holds").map(folderOf),
  );
  const places = new Map(
    earlier.map((input) => [folderOf(input), dirname(input.file)]),
  );
  return await Promise.all(
    [...places].filter(([folder]) => !gone.has(folder))
      .map(async ([folder, place]) => ({
        ...await readEarlierRun(place),
        ...{ folder, place },
      })),
  );
}

/** A host may be called after its file, which may have another name now. */
function knownAs(inputs: readonly CheckedInput[]): ReadonlyMap<string, string> {
  return new Map(
    inputs.filter(({ isElsewhere }) => isElsewhere)
      .map(({ file, path }) => [file, path]),
  );
}

/** What a run says of its data was said when it was made. */
function onlyBars(listener: ProgressListener): ProgressListener {
  return (progress) => {
    if (progress.kind === "at") listener(progress);
  };
}
