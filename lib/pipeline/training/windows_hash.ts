import type { TrainWindows } from "../../model/engine.ts";
import { sha256 } from "../base/hash.ts";

/**
 * Hashes all that a network is trained on.
 *
 * @param windows The windows to fit and those held out, of the same values.
 * @returns SHA-256 in hex.
 */
export function windowsHash({ fit, stop }: TrainWindows): string {
  const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
    new Uint8Array(buffer, byteOffset, byteLength);
  return sha256(
    [fit.values, fit.ends, stop.ends].map((all) => sha256(bytes(all))).join(),
  );
}
