import type { RunRecord } from "../../report/report_input.ts";
import { listText } from "../../report/words.ts";
import { versions } from "../base/versions.ts";

/**
 * Says by which other versions and engine a run was made.
 *
 * @param run The run's record.
 * @param engine What ran the network now; `null` where nothing did.
 * @returns A sentence for each; none where they are the same.
 */
export function madeByNotes(
  run: Pick<RunRecord, "versions" | "engine">,
  engine: RunRecord["engine"] | null,
): string[] {
  const now = versions();
  const other = Object.entries(now)
    .filter(([name, version]) => run.versions[name] !== version)
    .map(([name]) => name);
  const named = (of: Readonly<Record<string, string>>) =>
    listText(other.map((name) => `${name} ${of[name] ?? "unknown"}`));
  const isOther = engine !== null &&
    (engine.name !== run.engine.name || engine.version !== run.engine.version);
  return [
    ...(other.length === 0
      ? []
      : [`Made with ${named(run.versions)}, verified with ${named(now)}.`]),
    ...(isOther
      ? [
        `Scored with the engine ${textOf(run.engine)}, here with ${
          textOf(engine)
        }.`,
      ]
      : []),
  ];
}

function textOf({ name, version }: RunRecord["engine"]): string {
  return version.startsWith(name) ? version : `${name} ${version}`;
}
