import { sha256 } from "../../lib/pipeline/base/hash.ts";
import { modelNameOf } from "../../lib/pipeline/base/model_name.ts";

/** Digits of the id's SHA-256 that keep names apart. */
const HASH_DIGITS = 8;

/**
 * Names an incident's page, the same one each time.
 *
 * @param id The incident's id, which begins with the host's name.
 * @returns `postmortem-<id>`; where the id holds what no file's name should, it
 *   is replaced, and some digits tell such names apart.
 *
 * @example Usage
 * ```ts
 * import { postmortemName } from "./postmortem_name.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(postmortemName("web-1-20261122T140200Z"), "postmortem-web-1-20261122T140200Z");
 * assert.notEqual(postmortemName("db:1"), postmortemName("db/1"));
 * ```
 */
export function postmortemName(id: string): string {
  const plain = modelNameOf(id);
  const digits = plain === id ? "" : `-${sha256(id).slice(0, HASH_DIGITS)}`;
  return `postmortem-${plain}${digits}`;
}
