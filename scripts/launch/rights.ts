import { dirname } from "node:path";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import { stagingOf } from "../../lib/pipeline/files/debris.ts";
import {
  netOf,
  prometheusUrl,
} from "../../lib/source/prometheus/prometheus_url.ts";
import type { TaskName } from "../task_params.ts";
import { allow } from "./allow.ts";
import { always, ENV, TENSORFLOW_ENV, texts } from "./common_rights.ts";
import {
  ENGINE_ADDON,
  ENGINE_SOURCES,
  PACKAGES,
  POLARS_ADDONS,
  RASTER_SOURCES,
} from "./packages.ts";

/** Parameters by name, files named from the root, values unchecked. */
type Given = Readonly<Record<string, unknown>>;

/** A task on files, with models and a run folder. */
export type FileTask = Exclude<
  TaskName,
  "record" | "benchmark" | "stability" | "models" | "verify"
>;

/** And one that asks Prometheus. */
const RECORD_ENV = [
  "INIT_CWD",
  "PROMETHEUS_PASSWORD",
  "PROMETHEUS_TOKEN",
  "PROMETHEUS_USER",
];

/**
 * Gives the rights of a task on files: exactly the files that it is told, the
 * models and the packages to read; its run and the models to write; no network,
 * no programs, no native code but the addons that its engine needs.
 *
 * @param task The task.
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma.
 */
export function fileRights(
  task: FileTask,
  params: Given,
): readonly string[] {
  if (params.rollback || params.use) return versionRights(params);
  const { data, train, model, labels, exclude, earlier, out, engine } = params;
  const isNative = engine === "tfjs-node";
  const isOwn = [undefined, null, "auto", "simd"].some((own) => own === engine);
  const models = fromRoot("data/models");
  const run = task === "train"
    ? []
    : placesOf(texts(out)[0] ?? fromRoot("reports"));
  // Runs are the project's own, as models are: earlier ones are looked into.
  const runs = task === "train" && !params.compare
    ? []
    : texts(earlier ?? fromRoot("reports"));
  const sample = data || train ? [] : [fromRoot("data/samples")];
  // What stands aside while a version is replaced is read there.
  const folder = texts(model).filter((name) => /[\\/]/.test(name))
    .flatMap((name) => [name, stagingOf(name)]);
  // First: a run's place is read as well, and is refused for being written.
  const write = allow(
    "write",
    model && task !== "train" ? run : [models, ...run],
  );
  return [
    ...always(isNative ? TENSORFLOW_ENV : ENV),
    ...allow("read", [
      ...PACKAGES,
      ...(isOwn ? [ENGINE_SOURCES] : []),
      ...(task === "report" ? [RASTER_SOURCES] : []),
      models,
      ...sample,
      ...[data, train, labels, exclude, params.params].flatMap(texts),
      ...folder,
      ...runs,
      ...run,
    ]),
    ...write,
    ...allow("ffi", [
      ...POLARS_ADDONS,
      ...(isNative ? ENGINE_ADDON : []),
    ]),
  ];
}

/** Of a training that trains nothing: models only, and no native code. */
function versionRights({ params }: Given): readonly string[] {
  const models = fromRoot("data/models");
  const write = allow("write", [models]);
  return [
    ...always(ENV),
    ...allow("read", [...PACKAGES, models, ...texts(params)]),
    ...write,
  ];
}

/**
 * Gives the rights of the task that lists models: models and runs to read, nothing
 * to write, no native code.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma.
 */
export function modelsRights({ params }: Given): readonly string[] {
  const places = ["data/models", "reports"].map(fromRoot);
  return [
    ...always(ENV),
    ...allow("read", [...PACKAGES, ...places, ...texts(params)]),
  ];
}

/**
 * Gives the rights of the task that reads from Prometheus: exactly its host on
 * the network, exactly the file to write.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If the server's address is none, or a path cannot be said
 *   to Deno, for its comma.
 */
export function recordRights(
  { data, out, params }: Given,
): readonly string[] {
  const [source] = texts(data);
  const file = texts(out).flatMap(placesOf);
  const write = allow("write", file);
  return [
    ...always(RECORD_ENV),
    ...(source === undefined
      ? []
      : [`--allow-net=${netOf(prometheusUrl(source))}`]),
    ...allow("read", [...PACKAGES, ...texts(params), ...file]),
    ...write,
    ...allow("ffi", POLARS_ADDONS),
  ];
}

/**
 * Gives the rights of the benchmark: exactly its folder to read and the file to
 * write; no models, no network.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma.
 */
export function benchmarkRights(
  { dir, out, params }: Given,
): readonly string[] {
  const file = texts(out).flatMap(placesOf);
  const write = allow("write", file);
  return [
    ...always(ENV),
    ...allow("read", [
      ...PACKAGES,
      ENGINE_SOURCES,
      ...[dir, params].flatMap(texts),
      ...file,
    ]),
    ...write,
    ...allow("ffi", POLARS_ADDONS),
  ];
}

/**
 * Gives the rights of the task that trains several seeds: exactly its files to
 * read; nothing to write, no network.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma.
 */
export function stabilityRights(
  { data, train, labels, exclude, params }: Given,
): readonly string[] {
  return [
    ...always(ENV),
    ...allow("read", [
      ...PACKAGES,
      ENGINE_SOURCES,
      ...(data || train ? [] : [fromRoot("data/samples")]),
      ...[data, train, labels, exclude, params].flatMap(texts),
    ]),
    ...allow("ffi", POLARS_ADDONS),
  ];
}

/**
 * What must be writable so that something can be written: it and its staging
 * folder, or the highest folder that must be made.
 */
function placesOf(out: string): readonly string[] {
  let top = out;
  while (isMissing(dirname(top))) top = dirname(top);
  return top === out ? [out, stagingOf(out)] : [top];
}

function isMissing(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return false;
  } catch (error) {
    return error instanceof Deno.errors.NotFound && dirname(path) !== path;
  }
}
