import { InputError } from "../../lib/errors.ts";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import { sha256 } from "../../lib/pipeline/base/hash.ts";
import {
  isPrometheus,
  netOf,
  prometheusUrl,
} from "../../lib/source/prometheus/prometheus_url.ts";

/** A run on Prometheus in two parts: record, then the task on the file. */
export interface Recording {
  /** Flags of the record task. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The server, as it was given. */
  readonly source: string;
  /** The file that is recorded to, an absolute path. */
  readonly out: string;
  /** Flags of the task itself. */
  readonly task: Readonly<Record<string, unknown>>;
}

/** Parameters that only say what is asked of Prometheus. */
const ASKING = ["instance", "step", "query"] as const;

/** And the file that may say so, all of which is among the parameters already. */
const SAID = [...ASKING, "params"] as const;

/** Parameters that say so and that the task itself needs as well. */
const BOTH = ["from", "to"] as const;

/**
 * Parts the parameters of a task that reads from Prometheus. The recorded file
 * stays in `data/raw/`, so that the run can be made again when Prometheus has
 * forgotten.
 *
 * @param params The task's parameters, flags above those of a file; `params` names
 *   the file.
 * @returns The two parts; `undefined` where no source is Prometheus.
 * @throws {InputError} If more than one source is Prometheus.
 */
export function recordingOf(
  params: Readonly<Record<string, unknown>>,
): Recording | undefined {
  const sources = (["data", "train"] as const).flatMap((role) =>
    [params[role]].flat()
      .filter((source) => typeof source === "string" && isPrometheus(source))
      .map((source) => ({ role, source: String(source) }))
  );
  const [only] = sources;
  if (!only) return undefined;
  if (sources.length > 1 || [params[only.role]].flat().length > 1) {
    throw new InputError(
      "read from Prometheus",
      "it must be the only source beside files of the other part",
      { hint: "record one of them first: deno task record" },
    );
  }
  if (only.role === "train" && params.data !== undefined) {
    throw new InputError(
      "read from Prometheus",
      "--from and --to are of --data, so --train must be a file",
      { hint: "record it first: deno task record" },
    );
  }
  const asking = pick(params, [...ASKING, ...BOTH]);
  const out = fromRoot(`data/raw/${fileName(only.source, asking)}`);
  const rest = Object.entries(params)
    .filter(([name]) => !SAID.some((said) => said === name));
  return {
    record: { data: only.source, ...asking, out },
    source: only.source,
    out,
    task: { ...Object.fromEntries(rest), [only.role]: out },
  };
}

/**
 * Writes parameters as flags.
 *
 * @param params Parameters by name.
 * @returns Such as `["--seed=7", "--data=a.csv", "--data=b.csv"]`.
 */
export function toFlags(
  params: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    [value].flat()
      .filter((one) => one !== null && one !== undefined && one !== false)
      .map((one) => one === true ? `--${name}` : `--${name}=${one}`)
  );
}

/** The same question always goes to the same file. */
function fileName(
  source: string,
  { instance, from, to, step, query }: Readonly<Record<string, unknown>>,
): string {
  const question = [instance, from, to, step, query];
  const url = prometheusUrl(source);
  const words = [netOf(url), instance, from, to]
    .filter((word) => word !== undefined)
    .map((word) => String(word).replaceAll(/[^\w.-]+/g, "-"));
  const id = sha256(JSON.stringify([url, ...question])).slice(0, 8);
  return `${words.join("_").slice(0, 150)}_${id}.parquet`;
}

function pick(
  params: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => params[name] !== undefined)
      .map((name) => [name, params[name]]),
  );
}
