import { InputError } from "../errors.ts";
import { WriteRefusal } from "./files/explained_write.ts";
import type { ProgressListener } from "./base/progress.ts";

/** One host of several. */
export interface HostResult<T> {
  /** Its name. */
  readonly host: string;
  /** What was made of its data, or `null` where they could not be used. */
  readonly run: T | null;
  /** Why they could not; `null` where they could. */
  readonly problem: string | null;
}

/**
 * Does some work for each of several hosts. One whose data cannot be used does
 * not lose the others.
 *
 * @param hosts Their names.
 * @param work Does it for one host.
 * @param context Who hears which host it is, and what is wrong with it.
 * @returns One result a host, in their order.
 * @throws {InputError} If no host's data can be used: the first one's problem; or
 *   at once where a result cannot be written.
 */
export async function eachHost<T>(
  hosts: readonly string[],
  work: (host: string, i: number) => Promise<T>,
  { listener }: { readonly listener: ProgressListener },
): Promise<HostResult<T>[]> {
  const results: HostResult<T>[] = [];
  const failures: unknown[] = [];
  for (const [i, host] of hosts.entries()) {
    listener({
      kind: "said",
      text: `Host ${i + 1} of ${hosts.length}: ${host}`,
    });
    try {
      results.push({ host, run: await work(host, i), problem: null });
    } catch (error) {
      const isOfHost = error instanceof InputError &&
        !(error instanceof WriteRefusal);
      // A full disk is no host's fault, and the next one's would be as full.
      if (!isOfHost) throw error;
      failures.push(error);
      results.push({ host, run: null, problem: error.message });
      listener({ kind: "said", text: error.message });
    }
  }
  if (failures.length === hosts.length) throw failures[0];
  return results;
}
