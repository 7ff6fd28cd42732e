import { isoTime } from "../../frame/iso_time.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { limitTexts } from "../params/limits.ts";
import type { Params } from "../params/params.ts";
import type { StoredModel } from "../store/model_store.ts";
import type { RunRecord } from "../../report/report_input.ts";

/**
 * Gives what a run was told, and what its model was trained with, for `run.json`:
 * with the input files all that makes it again. Paths inside the project are
 * written from its folder, so that they hold on another machine.
 *
 * @param params The run's parameters.
 * @param model The model that scored.
 * @returns Values by the names of their parameters.
 */
export function recordedParams(
  params: Params,
  { detector }: Pick<StoredModel, "detector">,
): RunRecord["parameters"] {
  // The number of threads changes nothing in the result.
  const {
    given: _,
    incident,
    threads: _threads,
    exclude,
    earlier,
    data,
    train,
    model,
    labels,
    out,
    robust: _robust, // as well
    start,
    alarmBudget,
    halfLife: _halfLife, // what was given is the detector's own
    mergeGap: _mergeGap,
    minDuration: _minDuration,
    ...others
  } = params;
  const { host, metrics, counters, decimal, from, to, timeZone, ...more } =
    others;
  const { limits, ...rest } = more;
  const place = (path: string) => shownPath(fromRoot(path));
  const placed = (paths: readonly string[] | null) => paths?.map(place) ?? null;
  const reading = Object.entries({
    host,
    metric: metrics.length > 0 ? metrics : null,
    counter: counters.length > 0 ? counters : null,
    "decimal-comma": decimal === "comma" ? true : null,
    from: from === null ? null : isoTime(from),
    to: to === null ? null : isoTime(to),
    "time-zone": timeZone,
    limit: limits.size > 0 ? limitTexts(limits) : null,
    incident,
    // The model may have been learned with another file that says the same.
    exclude: exclude === null ? null : place(exclude),
  });
  return {
    data: placed(data),
    train: placed(train),
    model: model !== null && /[\\/]/.test(model) ? place(model) : model,
    labels: labels === null ? null : place(labels),
    earlier: placed(earlier),
    out: out === null ? null : place(out),
    ...rest,
    ...detector.parameters,
    "alarm-budget": alarmBudget.text,
    start: start === null ? null : isoTime(start),
    ...Object.fromEntries(reading.filter(([, value]) => value !== null)),
  };
}
