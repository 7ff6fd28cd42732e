import { isoTime } from "../../frame/iso_time.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { durationText } from "../params/duration.ts";
import { limitTexts } from "../params/limits.ts";
import { PARAM_NAMES, type Params } from "../params/params.ts";
import { TRAINING_PARAMS } from "../params/refuse_contradictions.ts";
import type { StoredModel } from "../store/model_store.ts";
import type { ParameterOrigins, RunRecord } from "../../report/report_input.ts";

/**
 * Gives what a run was told, what its model was trained with, and the defaults of
 * all else, for `run.json`: with the input files all that makes it again. Paths
 * inside the project are written from its folder, so that they hold on another
 * machine.
 *
 * @param params The run's parameters.
 * @param model The model that scored.
 * @returns Values by the names of their parameters, `null` for what nobody chose;
 *   and who chose which.
 */
export function recordedParams(
  params: Params,
  { detector }: Pick<StoredModel, "detector">,
): Required<Pick<RunRecord, "parameters" | "origins">> {
  const place = (path: string) => shownPath(fromRoot(path));
  const placed = (paths: readonly string[] | null) => paths?.map(place) ?? null;
  const time = (ms: number | null) => ms === null ? null : isoTime(ms);
  const some = <T>(list: readonly T[]) => list.length > 0 ? list : null;
  const { model, labels, exclude, out, decimal } = params;
  const trained = detector.parameters;
  const values: RunRecord["parameters"] = {
    data: placed(params.data),
    train: placed(params.train),
    model: model !== null && /[\\/]/.test(model) ? place(model) : model,
    labels: labels === null ? null : place(labels),
    "keep-all": trained["keep-all"] === true,
    earlier: placed(params.earlier),
    out: out === null ? null : place(out),
    name: params.name,
    engine: params.engine,
    threads: params.threads,
    window: params.window,
    hidden: params.hidden,
    epochs: params.epochs,
    seed: params.seed,
    "alarm-budget": params.alarmBudget.text,
    start: time(params.start),
    host: params.host,
    "decimal-comma": decimal === "comma",
    from: time(params.from),
    to: time(params.to),
    "time-zone": params.timeZone,
    limit: some(limitTexts(params.limits)),
    incident: params.incident,
    // Its own, whoever chose them.
    ...trained,
    // The model may have been learned with another file that says the same.
    exclude: exclude === null ? trained.exclude ?? null : place(exclude),
    metric: some(params.metrics) ?? trained.metric ?? null,
    counter: some(params.counters) ?? trained.counter ?? null,
    "half-life": durationText(detector.halfLifeMs),
    "merge-gap": durationText(detector.mergeGapMs),
    "min-duration": durationText(detector.minDurationMs),
  };
  const known: readonly string[] = PARAM_NAMES;
  const parameters = Object.fromEntries(
    [...known, ...Object.keys(trained)]
      .filter((name) => Object.hasOwn(values, name))
      .map((name) => [name, values[name]]),
  );
  const originOf = (name: string): keyof ParameterOrigins => {
    if (model !== null && (TRAINING_PARAMS.includes(name) || name in trained)) {
      return name in trained ? "model" : "default";
    }
    return params.given.includes(name) ? "given" : "default";
  };
  const names = Object.keys(parameters);
  const of = (origin: keyof ParameterOrigins) =>
    names.filter((name) => originOf(name) === origin);
  return {
    parameters,
    origins: { given: of("given"), default: of("default"), model: of("model") },
  };
}
