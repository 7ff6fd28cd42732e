import { join } from "node:path";
import { onPaper } from "@lib/chart/on_paper.ts";
import {
  evaluate,
  type Evaluated,
  type StepContext,
} from "@lib/pipeline/evaluate.ts";
import type { Params } from "@lib/pipeline/params.ts";
import {
  refuseForeignFolder,
  runFiles,
  runFolder,
} from "@lib/pipeline/run_folder.ts";
import { type FolderFiles, writeFolder } from "@lib/pipeline/write_folder.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import type { ReportDocument } from "@lib/report/document.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";

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
  return await writeRun(params, context, () => Promise.resolve({}));
}

/**
 * The report step: evaluates, draws, and writes the run's folder with HTML, PDF
 * and figures.
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
    return await pages(await buildDocument(reportInput(evaluated)));
  });
}

/**
 * Gathers what a report is made from.
 *
 * @param evaluated An evaluated run.
 * @returns The report's input.
 */
export function reportInput(
  { scored, evaluation, model, run }: Evaluated,
): ReportInput {
  const { threshold: _, ...arrays } = scored;
  return { ...arrays, evaluation, training: model.detector.training, run };
}

async function writeRun(
  params: Params,
  context: StepContext,
  draw: (evaluated: Evaluated) => Promise<FolderFiles>,
): Promise<WrittenRun> {
  if (params.out !== null) await refuseForeignFolder(params.out);
  const evaluated = await evaluate(params, context);
  const folder = runFolder(evaluated, params.out);
  await refuseForeignFolder(folder);
  const drawn = await draw(evaluated);
  await writeFolder(folder, { ...drawn, ...runFiles(evaluated) });
  return { ...evaluated, folder };
}

async function pages(document: ReportDocument): Promise<FolderFiles> {
  const figures = document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "figure")
    .map(({ id, svg }) =>
      [join("figures", `${id}.svg`), onPaper(svg)] as const
    );
  return {
    "report.html": toHtml(document),
    "report.pdf": await toPdf(document),
    ...Object.fromEntries(figures),
  };
}
