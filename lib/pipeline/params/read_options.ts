import { nearest } from "../base/nearest.ts";
import type { Params } from "./params.ts";
import type { ReadTableOptions } from "../../source/read_table.ts";

/** What of a run is read. */
export interface ReadOptionsContext {
  /**
   * Whether `--from` and `--to` are meant for these files: they are for what is
   * scored, or for what is learned from where nothing is scored.
   */
  readonly cut: "cut" | "whole";
  /** Counters of a model that is used; the files may lack them. */
  readonly knownCounters?: readonly string[];
  /** Under which paths files are known that lie elsewhere now. */
  readonly knownAs?: ReadonlyMap<string, string>;
  /** The only columns that a model that is used looks at. */
  readonly knownColumns?: ReadonlySet<string> | undefined;
}

/**
 * Tells how a run's files are read.
 *
 * @param params The run's parameters.
 * @param context Which files.
 * @returns Options for reading tables.
 */
export function readOptions(
  params: Params,
  { cut, knownCounters = [], knownAs, knownColumns }: ReadOptionsContext,
): ReadTableOptions {
  const { start, host, decimal, counters, metrics, from, to } = params;
  return {
    decimal,
    counters,
    knownCounters,
    metrics,
    propose: nearest,
    ...(knownAs === undefined ? {} : { knownAs }),
    ...(knownColumns === undefined ? {} : { knownColumns }),
    ...(start === null ? {} : { start }),
    ...(host === null ? {} : { host }),
    ...(cut === "cut" && from !== null ? { fromMs: from } : {}),
    ...(cut === "cut" && to !== null ? { toMs: to } : {}),
  };
}
