import { plainText } from "../lib/frame/plain_text.ts";
import type { Incident } from "../lib/detect/incident.ts";
import type { LabelledQuality } from "../lib/measure/evaluation.ts";
import { incidentLines } from "../lib/pipeline/incident_lines.ts";
import { budgetLine } from "../lib/report/sections/budget_words.ts";
import { changeLines } from "../lib/report/sections/change_words.ts";
import { movedConstantsText } from "../lib/report/trust/moved_constants_text.ts";
import { wideBandsText } from "../lib/report/training/wide_bands_text.ts";
import { withTrends } from "../lib/report/warnings/with_trends.ts";
import { knownText } from "../lib/report/warnings/known_text.ts";
import {
  warningText,
  type WarningTextOptions,
} from "../lib/report/warnings/warning_text.ts";
import { replayLine } from "../lib/report/replay_words.ts";
import type { WrittenRun } from "../lib/pipeline/report.ts";
import type { HostRuns } from "../lib/pipeline/report_hosts.ts";
import { leftOutLines } from "./left_out_lines.ts";
import type { TaskOutput } from "./task.ts";
import { forUser } from "./user_path.ts";

/** How one run is printed. */
export interface RunPrint {
  /** Gives the path of the result. */
  readonly page: (run: WrittenRun) => string;
  /** Gives what `--json` prints of it. */
  readonly json: (run: WrittenRun) => Readonly<Record<string, unknown>>;
}

/**
 * Prints what a step wrote for one host or for several.
 *
 * @param runs What it wrote.
 * @param print How one run is printed.
 * @returns For one run its lines and its page, for several those of each and
 *   the index; as JSON one object, or an array of one a host.
 */
export function hostOutput(
  runs: HostRuns,
  { page, json }: RunPrint,
): TaskOutput {
  if (runs.kind === "one") {
    return {
      lines: linesOf(runs.run),
      last: page(runs.run),
      json: json(runs.run),
    };
  }
  return {
    lines: runs.hosts.flatMap(({ host, run, problem }) => [
      `${plainText(host)}:`,
      ...(run ? linesOf(run) : [plainText(`no result: ${problem}`)])
        .map((line) => `  ${line}`),
    ]),
    last: forUser(runs.index),
    json: runs.hosts.map(({ host, run, problem }) =>
      run ? { host, ...json(run) } : { host, problem }
    ),
  };
}

/**
 * Gives the one incident that a run's pages are about.
 *
 * @param run The run.
 * @returns The incident; `undefined` where they are about all.
 */
export function incidentOf(
  { scored, run: { parameters } }: WrittenRun,
): Incident | undefined {
  return scored.incidents.find(({ id }) => id === parameters.incident);
}

function linesOf(written: WrittenRun): string[] {
  const { scored, run, evaluation, model } = written;
  const zone = run.parameters["time-zone"];
  const options = {
    intervalMs: scored.table.intervalMs,
    ...(typeof zone === "string" ? { timeZone: zone } : {}),
  };
  const about = incidentOf(written);
  if (about !== undefined) {
    const others = scored.incidents.length - 1;
    return [
      ...incidentLines([about], options),
      ...warnedLines([about], options),
      ...(others === 0
        ? []
        : [`${others} more in this run; without --incident, a report of all`]),
    ];
  }
  return [
    ...incidentLines(scored.incidents, options),
    ...warnedLines(scored.incidents, options),
    ...evaluation.earlyWarnings.map((warning) =>
      `Early warning: ${
        warningText(warning, {
          timeZone: typeof zone === "string" ? zone : null,
        })
      }`
    ),
    ...changeLines(withTrends(evaluation.changes, evaluation.earlyWarnings), {
      ...{ intervalMs: scored.table.intervalMs },
      timeZone: typeof zone === "string" ? zone : null,
    }),
    ...leftOutLines(scored.table.excluded),
    ...[
      movedConstantsText(evaluation.movedConstants, scored.table),
      evaluation.history.note ?? "",
    ].filter((line) => line !== ""),
    ...(evaluation.labels === null ? [] : [labelsLine(evaluation.labels)]),
    budgetLine(evaluation, scored.table.intervalMs),
    ...[evaluation.budget.warning].filter((warning) => warning !== null),
    ...[
      wideBandsText(
        evaluation.thresholds.features,
        model.detector.training.ranges,
      ),
      replayLine(evaluation.replay),
    ].filter((line) => line !== ""),
  ];
}

/** What incidents were warned of: short of the page, but not left to it. */
function warnedLines(
  incidents: readonly Incident[],
  { timeZone = null }: WarningTextOptions,
): string[] {
  return incidents.flatMap((incident) =>
    incident.warnedOf.map((warning) =>
      `Early warning in the incident of ${incident.start}: ${
        knownText(incident, warning, { timeZone })
      }`
    )
  );
}

function labelsLine(labels: LabelledQuality): string {
  const { events, eventsFound, falseAlarms, maintenance } = labels;
  const { topCauseRight, topCauseOf } = labels;
  return [
    `Against labels: ${eventsFound} of ${events} found`,
    falseAlarms === 1 ? "1 false alarm" : `${falseAlarms} false alarms`,
    ...(maintenance.incidents > 0
      ? [`${maintenance.incidents} in maintenance`]
      : []),
    ...(topCauseOf > 0
      ? [`first signal right in ${topCauseRight} of ${topCauseOf}`]
      : []),
  ].join(", ");
}
