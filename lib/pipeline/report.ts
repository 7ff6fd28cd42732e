import { join } from "node:path";
import { type Evaluated, evaluateInput, type StepContext } from "./evaluate.ts";
import { MODEL_STORE } from "./store/model_store.ts";
import type { Params } from "./params/params.ts";
import { pagesOf } from "./pages_of.ts";
import { shownPath } from "./base/paths.ts";
import { reportInputOf } from "./report_view_of.ts";
import {
  refuseForeignFolder,
  runFiles,
  runFolder,
  runIn,
} from "./run_folder.ts";
import { readScoringInput } from "./training/scoring_input.ts";
import { toJson } from "./base/to_json.ts";
import { stopwatch } from "./base/stopwatch.ts";
import {
  type FolderFiles,
  requireWritable,
  writeFolder,
} from "./files/write_folder.ts";
import { buildDocument } from "../report/build_document.ts";
import { openPainters } from "../report/figures/open_painters.ts";
import { figuresOf, paintFigures } from "../report/figures/paint_figures.ts";

/** A run that was written. */
export interface WrittenRun extends Evaluated {
  /** The run's folder. */
  readonly folder: string;
}

/**
 * The evaluate step with its folder: numbers, no pages.
 *
 * @param params The run's parameters.
 * @param context The command for the record, and who hears of progress.
 * @returns The run and its folder.
 * @throws {InputError} For input that cannot be used or a folder of somebody else.
 */
export async function writeEvaluation(
  params: Params,
  context: StepContext,
): Promise<WrittenRun> {
  return await writeRun(params, context, null);
}

/**
 * The report step: evaluates, draws, and writes the run's folder with HTML, PDF
 * and figures; of one incident alone where the parameters name it, beside the
 * numbers of all.
 *
 * @param params The run's parameters.
 * @param context The command for the record, and who hears of progress.
 * @returns The run and its folder.
 * @throws {InputError} For input that cannot be used or a folder of somebody else.
 */
export async function report(
  params: Params,
  context: StepContext,
): Promise<WrittenRun> {
  return await writeRun(params, context, async (evaluated) => {
    context.listener({ kind: "said", text: "Drawing the report" });
    using painters = openPainters();
    const input = reportInputOf(evaluated);
    const paint = await paintFigures(painters, input.table);
    const document = await buildDocument(input, {
      subject: params.incident,
      onSection: (section) => figuresOf(section).forEach(paint),
    });
    return await pagesOf(document, paint);
  });
}

async function writeRun(
  params: Params,
  context: StepContext,
  draw: ((evaluated: Evaluated) => Promise<FolderFiles>) | null,
): Promise<WrittenRun> {
  const { timed, durations } = stopwatch();
  const input = await timed("read", () => readScoringInput(params));
  let folder = runFolder(input, params);
  // Numbers alone must not take the place of a report that nobody asked to lose.
  const isInTheWay = draw === null && params.out === null &&
    await runIn(folder) === "report";
  if (isInTheWay) folder += "-evaluation";
  await refuseForeignFolder(folder);
  await requireWritable(folder);
  if (!("detector" in input.model)) {
    await requireWritable(join(MODEL_STORE, "model"));
  }
  const evaluated = await evaluateInput(input, params, context);
  const drawn = await timed(
    "draw",
    async () => await draw?.(evaluated) ?? {},
  );
  const run = {
    ...evaluated.run,
    durations: { ...evaluated.run.durations, ...durations },
  };
  if (await runIn(folder) !== "nothing") {
    context.listener({
      kind: "said",
      text: `Replacing the earlier run in ${shownPath(folder)}`,
    });
  }
  await writeFolder(folder, { ...drawn, ...runFiles(evaluated) }, {
    last: (files) => ({ "run.json": toJson({ ...run, files }) }),
  });
  return { ...evaluated, run, folder };
}
