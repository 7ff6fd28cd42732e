import { evidenceOf } from "../evidence/evidence.ts";
import { queriesTables } from "../evidence/queries_tables.ts";
import { lossChart } from "../../chart/loss_chart.ts";
import { formatDuration, formatSpan, formatTime } from "../../frame/units.ts";
import { lossTable } from "../data_tables/loss_table.ts";
import type { Block, Section } from "../document.ts";
import { lossData } from "../figures/data/loss_data.ts";
import { learnedMs } from "../learned_ms.ts";
import type { ReportView } from "../report_view.ts";
import { leftOutFacts } from "./left_out_facts.ts";
import { parametersTable } from "./parameters_table.ts";
import { countText, nameText } from "../words.ts";

const METHOD =
  "An LSTM autoencoder learned what the metrics look like when the " +
  "server behaves as usual. It reconstructs each step from the steps before " +
  "it and the step itself. The score is the root of the smoothed mean square of " +
  "all metrics' distances from their reconstructions, each over the metric's " +
  "normal distance and counting less the further off the metric was over the " +
  "last day, over the threshold that fits the alarm budget. Steps with a score " +
  "of 1 or more are alarms, and alarms close to each other are one incident. " +
  "No step's score uses anything later than the step. A signal's " +
  "share of an incident is how unusual it was there, held against the training " +
  "data and the day before. ● says that it left its expected band, which on " +
  "normal time any metric at all does in one step of 1,000.";

const COUNTERFACTUAL =
  "What would clear an alarm is found by imputing metrics: their values over " +
  "the incident, and the windows that lead into it, are replaced by what the " +
  "network reconstructs from the other metrics, again and again until the score " +
  "settles. It says how this model would have scored, not what would have " +
  "happened on the server, nor what set the incident off.";

/**
 * Tells how the result came about and how to make it again.
 *
 * @param view The report's view.
 * @returns The section.
 */
export async function methodSection(view: ReportView): Promise<Section> {
  const { table, training } = view.input;
  return {
    id: "method",
    title: "Method and reproducibility",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: "everything",
      range: { start: 0, end: table.steps },
      times: [training.start, training.end].map(Date.parse),
    }),
    blocks: [
      { kind: "paragraph", text: METHOD },
      ...(view.told.some(({ incident }) => incident.counterfactual)
        ? [{ kind: "paragraph" as const, text: COUNTERFACTUAL }]
        : []),
      runFacts(view),
      inputsTable(view),
      ...queriesTables(view.input.run),
      parametersTable(view),
      ...await lossFigure(view),
    ],
  };
}

function runFacts({ input }: ReportView): Block {
  const { run, training, evaluation, table } = input;
  const { intervalMs } = table;
  const { fit, stop, calibration } = training.parts;
  const n = (count: number) => count.toLocaleString("en-US");
  const span = formatSpan(
    Date.parse(training.start),
    Date.parse(training.end),
    { intervalMs },
  );
  return {
    kind: "facts",
    items: [
      { term: "Command", value: run.command },
      { term: "Made at", value: formatTime(wholeSeconds(run.startedAt)) },
      {
        term: "Model",
        value: `${nameText(run.model.name)}, version ${
          nameText(run.model.version)
        }, SHA-256 ${run.model.sha256}`,
      },
      {
        term: "Learned from",
        value: `${span} (${formatDuration(learnedMs(training, intervalMs))}): ${
          n(fit)
        } steps to fit, ${n(stop)} for early stopping, ${
          n(calibration)
        } for calibration`,
      },
      ...leftOutFacts(training, intervalMs),
      ...(run.split === null ? [] : [{
        term: "Split",
        value: `one table was cut in two at ${
          formatTime(Date.parse(run.split.at), { intervalMs })
        }: the model learned from what came before, what came after was scored`,
      }]),
      {
        term: "Training",
        value: `${
          countText(training.losses.length, "epoch")
        }, weights of epoch ${training.bestEpoch} kept`,
      },
      {
        term: "Alarm budget",
        value: `${
          nameText(evaluation.budget.text)
        }; raw threshold of the score ${
          Number(evaluation.thresholds.score.toPrecision(4))
        }`,
      },
      {
        term: "Engine",
        value: `${nameText(run.engine.name)} (${nameText(run.engine.version)})`,
      },
      { term: "Seed", value: String(run.seed) },
      {
        term: "Versions",
        value: Object.entries(run.versions)
          .map(([name, version]) => `${nameText(name)} ${nameText(version)}`)
          .join(", "),
      },
    ],
  };
}

/** When a run was started matters to the second at most. */
function wholeSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000) * 1000;
}

function inputsTable({ input: { run } }: ReportView): Block {
  return {
    kind: "table",
    caption: "Input files.",
    columns: [
      { title: "Role", align: "left", weight: 0.5 },
      { title: "File", align: "left", weight: 1.3 },
      { title: "Bytes", align: "right", weight: 0.7 },
      { title: "SHA-256", align: "left", weight: 2.5 },
    ],
    rows: run.inputs.map(({ role, path, bytes, sha256 }) => [
      role,
      nameText(path),
      bytes.toLocaleString("en-US"),
      sha256,
    ]),
  };
}

async function lossFigure(
  { input }: ReportView,
): Promise<Block[]> {
  const { losses, bestEpoch } = input.training;
  if (losses.length < 2) return [];
  const alt = `Loss over ${losses.length} epochs; epoch ${bestEpoch} was kept`;
  return [{
    kind: "figure",
    id: "loss",
    svg: await lossChart(losses, { bestEpoch, label: alt }),
    caption:
      "Mean squared error of scaled values, an epoch: on the part that the " +
      "model was fitted to (solid) and on the part that decides when to stop (dashed).",
    alt,
    evidence: evidenceOf(input, { basis: "training" }),
    table: lossTable(losses, { bestEpoch }),
    data: () => lossData(losses, { bestEpoch }),
  }];
}
