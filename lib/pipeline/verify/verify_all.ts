import { basename, dirname, resolve } from "node:path";
import { InputError } from "../../errors.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import type { VerifyParams } from "../params/verify_params.ts";
import type { VerifiedRun } from "./check.ts";
import { lookElsewhere } from "./elsewhere.ts";
import { LEADS_OUT, leadsOut } from "./leads_out.ts";
import { runsIn } from "./runs_in.ts";
import { verifyIndex } from "./verify_index.ts";
import { type VerifyOptions, verifyRun } from "./verify_run.ts";

/** A run that was looked at, or why it could not be. */
export type VerifyResult =
  | VerifiedRun
  | {
    /** The folder that was named. */
    readonly folder: string;
    /** What is wrong with it, on one line. */
    readonly problem: string;
  };

/**
 * Verifies each run that is named, and each host's where a folder holds several.
 *
 * @param params The runs, and how they are computed.
 * @param context Who hears of progress.
 * @returns One result a run in their order, however often it is named; before
 *   them those of index pages.
 * @throws {InputError} If a folder to look for inputs in is not there.
 */
export async function verifyAll(
  { runs, inputs, ...how }: VerifyParams,
  { listener }: Pick<VerifyOptions, "listener">,
): Promise<VerifyResult[]> {
  const elsewhere = inputs === null
    ? null
    : await lookElsewhere(inputs.map(fromRoot));
  const named = [...new Set(runs.map((run) => resolve(fromRoot(run))))];
  const folders = new Set((await Promise.all(named.map(runsIn))).flat());
  const indexes = await Promise.all(named.map(verifyIndex));
  const results: VerifyResult[] = indexes.filter((index) => index !== null);
  for (const folder of folders) {
    try {
      if (!named.includes(folder)) await requireOwn(folder);
      results.push(await verifyRun(folder, { ...how, elsewhere, listener }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      results.push({ folder, problem: error.message });
    }
  }
  return results;
}

/** A host's run that an index leads to; one that is named may be a link. */
async function requireOwn(folder: string): Promise<void> {
  if (!await leadsOut(dirname(folder), basename(folder))) return;
  const rule = `it must lie in the folder of its hosts, and ${LEADS_OUT}`;
  throw new InputError(`verify ${shownPath(folder)}`, rule);
}
