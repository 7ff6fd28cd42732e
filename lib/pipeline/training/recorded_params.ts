import { isoTime } from "../../frame/iso_time.ts";
import { limitTexts } from "../params/limits.ts";
import type { Params } from "../params/params.ts";
import type { StoredModel } from "../store/model_store.ts";
import type { RunRecord } from "../../report/report_input.ts";

/**
 * Gives what a run was told, and what its model was trained with, for `run.json`.
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
    exclude: _exclude, // the detector's own
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
  });
  return {
    ...rest,
    ...detector.parameters,
    "alarm-budget": alarmBudget.text,
    start: start === null ? null : isoTime(start),
    ...Object.fromEntries(reading.filter(([, value]) => value !== null)),
  };
}
