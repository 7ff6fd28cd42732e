import { formatDuration, formatSpan } from "../../frame/units.ts";
import type { Facts } from "../document.ts";
import { learnedMs } from "../learned_ms.ts";
import type { RunRecord } from "../report_input.ts";
import { nameText } from "../words.ts";
import type { Told } from "./told.ts";

/** Files that are listed with their hashes; run.json has all. */
const MOST_FILES = 20;

const ROLES: Readonly<Record<RunRecord["inputs"][number]["role"], string>> = {
  data: "Scored file",
  train: "Training file",
  labels: "Labels",
  exclude: "Labels of what was not learned",
  earlier: "Incidents of an earlier run",
};

/**
 * Lists what everything rests on: files with their whole hashes, window, model,
 * budget, engine, and the command that makes it again.
 *
 * @param told What is written from.
 * @returns The facts.
 */
export function evidenceFacts({ view, incidents }: Told): Facts {
  const { run, evaluation, table, training } = view.input;
  const { intervalMs } = table;
  const spanOf = ({ start, end }: { start: string; end: string }) =>
    formatSpan(Date.parse(start), Date.parse(end), { intervalMs });
  const learned = formatDuration(learnedMs(training, intervalMs));
  return {
    kind: "facts",
    items: [
      ...incidents.map(({ number, incident }) =>
        code(`Id of incident ${number}`, incident.id)
      ),
      { term: "Scored window", value: spanOf(evaluation.span) },
      { term: "Interval", value: formatDuration(intervalMs) },
      ...fileFacts(run),
      ...modelFacts(run),
      { term: "Learned from", value: `${spanOf(training)} (${learned})` },
      {
        term: "Alarm budget",
        value: `${
          nameText(evaluation.budget.text)
        }; raw threshold of the score ${
          Number(evaluation.thresholds.score.toPrecision(4))
        }`,
      },
      ...programFacts(run),
    ],
  };
}

function modelFacts({ model }: RunRecord): Facts["items"] {
  return [
    code("Model", model.name),
    code("Model version", model.version),
    code("SHA-256 of the model's manifest", model.sha256),
  ];
}

function programFacts(
  { engine, versions, seed, command }: RunRecord,
): Facts["items"] {
  return [
    {
      term: "Engine",
      value: `${nameText(engine.name)} (${
        nameText(engine.version)
      }), seed ${seed}`,
    },
    {
      term: "Versions",
      value: Object.entries(versions)
        .map(([name, version]) => `${nameText(name)} ${nameText(version)}`)
        .join(", "),
    },
    code("Command that makes it again", command),
  ];
}

function fileFacts({ inputs }: RunRecord): Facts["items"] {
  const more = inputs.length - MOST_FILES;
  return [
    ...inputs.slice(0, MOST_FILES).flatMap(({ role, path, bytes, sha256 }) => [
      code(`${ROLES[role]} (${bytes.toLocaleString("en-US")} B)`, path),
      code("Its SHA-256", sha256),
    ]),
    ...(more > 0
      ? [{ term: "More files", value: `${more}, in run.json` }]
      : []),
  ];
}

function code(term: string, value: string): Facts["items"][number] {
  return { term, value, form: "code" };
}
