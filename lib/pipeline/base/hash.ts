import { createHash } from "node:crypto";

/**
 * Hashes text or bytes.
 *
 * @param content What to hash.
 * @returns SHA-256 in hex.
 */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Hashes a file without holding it in memory.
 *
 * @param path The file.
 * @returns SHA-256 in hex, and its size.
 */
export async function sha256OfFile(
  path: string,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  using file = await Deno.open(path);
  const chunk = new Uint8Array(1 << 20);
  for (let n = await file.read(chunk); n !== null; n = await file.read(chunk)) {
    hash.update(chunk.subarray(0, n));
    bytes += n;
  }
  return { sha256: hash.digest("hex"), bytes };
}
