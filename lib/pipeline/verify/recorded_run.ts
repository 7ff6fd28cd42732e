import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { MOST_RUN_BYTES } from "../base/is_run.ts";
import { shownPath } from "../base/paths.ts";
import { readLimited, textOf } from "../base/read_limited.ts";
import { isModelName } from "../base/model_name.ts";
import { isVersion } from "../store/pointer.ts";
import { LEADS_OUT, leadsOut } from "./leads_out.ts";
import type { FileRecord, RunRecord } from "../../report/report_input.ts";
import { parseQuery } from "../../source/prometheus/recorded_query.ts";

/** More files than that no run has, nor inputs. */
const MOST_FILES = 20_000;

/** Names longer than this no system takes. */
const LONGEST_PATH = 4096;

const ROLES = ["data", "train", "labels", "exclude", "earlier"];

/**
 * Reads the record of a run that somebody kept.
 *
 * @param folder The run's folder.
 * @returns The record, each part that is used later of the right kind. Paths of
 *   files name none outside the run's folder; those of inputs and of a model may
 *   be absolute and name any, but never go up by `..`.
 * @throws {InputError} If there is none, or it is damaged.
 */
export async function readRecordedRun(folder: string): Promise<RunRecord> {
  const file = join(folder, "run.json");
  const refuse = (rule: string, hint = "") =>
    new InputError(`verify ${shownPath(folder)}`, rule, { hint });
  if (await leadsOut(folder, "run.json")) {
    throw refuse(`its run.json must lie in it, and ${LEADS_OUT}`);
  }
  const read = await readLimited(file, MOST_RUN_BYTES);
  if ("problem" in read) {
    if (read.problem === "too large") {
      throw refuse("its run.json must be 16 MiB at most");
    }
    throw refuse(
      "it must be the folder of a run, with its run.json",
      "such as reports/sample",
    );
  }
  const damaged = (what: string) =>
    refuse(`its run.json must be what a run wrote, and ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(textOf(read.bytes));
  } catch {
    throw damaged("it is no JSON");
  }
  return parseRecordedRun(value, damaged);
}

function parseRecordedRun(
  value: unknown,
  damaged: (what: string) => InputError,
): RunRecord {
  const run = objectOf(value);
  if (run?.schemaVersion !== 1) throw damaged("its schema version is not 1");
  const { inputs, files, model, engine, versions, parameters, split } = run;
  const { origins } = run;
  if (![engine, versions, parameters].every((one) => objectOf(one) !== null)) {
    throw damaged("engine, versions or parameters are missing");
  }
  if (!isEngine(engine)) throw damaged("engine is none that can be");
  if (!Object.values(versions ?? {}).every(isText)) {
    throw damaged("versions are none that can be");
  }
  if (!isText(run.command) || !isText(run.startedAt)) {
    throw damaged("command or startedAt is missing");
  }
  if (!isNamed(objectOf(parameters)?.model)) {
    throw damaged("its parameter model is none that can be");
  }
  if (origins !== undefined && !isOrigins(origins)) {
    throw damaged("origins are none that can be");
  }
  if (split !== null && objectOf(split) === null) {
    throw damaged("split is missing");
  }
  if (!isModel(model)) throw damaged("model is none that can be");
  if (!isListOf(inputs, isInput)) throw damaged("inputs are none that can be");
  if (files !== undefined && !isFileList(files)) {
    throw damaged("files are none that can be");
  }
  // Checked above, part by part.
  const record = value as RunRecord;
  return {
    ...record,
    inputs: record.inputs.map(({ query, ...input }) => {
      const known = parseQuery(query);
      return known === null ? input : { ...input, query: known };
    }),
  };
}

/**
 * Tells whether something is a list of files as a run's folder has them.
 *
 * @param files What was found.
 * @returns Whether it is: names in the folder, sizes and hashes.
 */
export function isFileList(files: unknown): files is readonly FileRecord[] {
  return isListOf(files, isFile);
}

function isOrigins(value: unknown): boolean {
  const { given, model, default: byDefault } = objectOf(value) ?? {};
  return [given, model, byDefault].every((names) => isListOf(names, isText));
}

function isListOf(list: unknown, isOne: (entry: unknown) => boolean): boolean {
  return Array.isArray(list) && list.length <= MOST_FILES && list.every(isOne);
}

function isModel(value: unknown): boolean {
  const { name, version, sha256, contents, trainedBy } = objectOf(value) ?? {};
  return typeof name === "string" && isModelName(name) &&
    typeof version === "string" && isVersion(version) && isHash(sha256) &&
    (contents === undefined || isHash(contents)) && isEngine(trainedBy);
}

function isEngine(value: unknown): boolean {
  const { name, version } = objectOf(value) ?? {};
  return isText(name) && isText(version);
}

/** A model's name or, with a slash, its folder. */
function isNamed(model: unknown): boolean {
  return model === undefined || model === null ||
    isText(model) && (!/[\\/]/.test(model) || isPath(model));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isInput(value: unknown): boolean {
  const { role, path } = objectOf(value) ?? {};
  return ROLES.some((one) => one === role) && isPath(path) && isHashed(value);
}

function isFile(value: unknown): boolean {
  const { path } = objectOf(value) ?? {};
  return isPath(path) && !/^([/\\]|[a-z]:)/i.test(path) &&
    path !== "run.json" && isHashed(value);
}

/** Names a file, and none that is reached by going up. */
function isPath(path: unknown): path is string {
  return typeof path === "string" && path.trim() !== "" &&
    path.length <= LONGEST_PATH && !path.includes("\0") &&
    !path.split(/[\\/]/).includes("..");
}

function isHashed(value: unknown): boolean {
  const { sha256, bytes } = objectOf(value) ?? {};
  return isHash(sha256) && Number.isSafeInteger(bytes) && Number(bytes) >= 0;
}

function isHash(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : null;
}
