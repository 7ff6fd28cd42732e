import {
  formatDuration,
  formatQuantity,
  formatSpan,
  formatTime,
} from "../lib/frame/units.ts";
import { nameList } from "../lib/frame/name_list.ts";
import type { ListedModel } from "../lib/pipeline/models/list_models.ts";
import type { VersionFacts } from "../lib/pipeline/models/version_facts.ts";
import { grossText } from "../lib/report/training/gross_words.ts";
import { countText } from "../lib/report/words.ts";
import { aligned } from "./aligned.ts";
import type { TaskOutput } from "./task.ts";

/**
 * Prints the models: a line a version, or all of one model's.
 *
 * @param models The models.
 * @param asked The one model that was asked for.
 * @returns A table; the last line says how to go on.
 */
export function modelsOutput(
  models: readonly ListedModel[],
  { name }: { readonly name: string | null },
): TaskOutput {
  if (models.length === 0) {
    return {
      lines: [],
      last: "There is no model yet: deno task train --train FILE --name NAME",
      json: [],
    };
  }
  return {
    lines: models.flatMap((model) => [
      `${model.name}: ${countText(model.versions.length, "version")}, ${
        formatQuantity(sizeOf(model), "bytes")
      }`,
      ...(name === null ? overview(model) : model.versions.flatMap(details)),
      ...model.damaged.map(({ version, isCurrent, problem }) =>
        `! ${version}  damaged${isCurrent ? ", in use" : ""}: ${problem}`
      ),
      ...(model.problem === null ? [] : [`! ${model.problem}`]),
      "",
    ]),
    last: name === null
      ? "* is in use; deno task models NAME tells all of one model"
      : `* is in use; deno task train --rollback ${name} goes back one, ` +
        `--use ${name}@VERSION takes any`,
    json: models,
  };
}

function sizeOf({ versions }: ListedModel): number {
  return versions.reduce((sum, { bytes }) => sum + bytes, 0);
}

const HEAD = [
  "  version",
  "trained",
  "learned from",
  "metrics",
  "loss",
  "found",
];

/** A line a version, at most 80 characters. */
function overview({ versions }: ListedModel): string[] {
  const rows = versions.map((one) => [
    `${one.isCurrent ? "*" : " "} ${one.version}`,
    day(one.createdAt),
    `${formatDuration(one.learnedMs)} to ${day(one.span.end)}`,
    String(one.features.length),
    one.loss?.toPrecision(3) ?? "–",
    // Of the labelled events of its latest run in reports/.
    one.labels === null
      ? "–"
      : `${one.labels.eventsFound}/${one.labels.events}`,
  ]);
  return rows.length === 0
    ? []
    : aligned([HEAD, ...rows], (c) => c < 3 ? "left" : "right");
}

function details(one: VersionFacts): string[] {
  const { threshold, labels, robustPass, intervalMs, span } = one;
  const steps = Math.round(one.learnedMs / intervalMs);
  return [
    `${one.isCurrent ? "*" : " "} ${one.version}, trained ${
      minuteText(one.createdAt)
    } by ${one.engine.name}`,
    `    learned from ${
      formatSpan(Date.parse(span.start), Date.parse(span.end), { intervalMs })
    }`,
    `    which is ${formatDuration(one.learnedMs)}, a step every ${
      formatDuration(intervalMs)
    }`,
    ...(one.leftOutSteps === 0 ? [] : [
      `    not learned from: ${countText(one.leftOutSteps, "labelled step")}`,
    ]),
    ...(robustPass?.outcome !== "left out" ? [] : [
      `    not learned from, as gross: ${
        grossText(robustPass, { intervalMs, steps: steps + robustPass.steps })
      }`,
    ]),
    `    ${countText(one.features.length, "metric")}: ${
      nameList(one.features)
    }`,
    `    held-out loss ${one.loss?.toPrecision(3) ?? "–"}, threshold ${
      threshold.value.toPrecision(3)
    } for ${threshold.budget}`,
    `    ${
      Number(one.calibrationPerDay.toPrecision(2))
    } alarms a day on its calibration part`,
    labels === null
      ? "    no run in reports/ has measured it against labels"
      : `    against labels: ${labels.eventsFound} of ${labels.events} found, ${
        Number(labels.falseAlarmsPerDay.toPrecision(2))
      } false alarms a day (${labels.run})`,
    `    ${formatQuantity(one.bytes, "bytes")}`,
    `    SHA-256 ${one.sha256}`,
  ];
}

function minuteText(time: string): string {
  const ms = Math.floor(Date.parse(time) / 60_000) * 60_000;
  return formatTime(ms, { intervalMs: 60_000 });
}

function day(time: string): string {
  return time.slice(0, 10);
}
