import { InputError } from "../errors.ts";
import { requireWritable } from "../pipeline/files/write_folder.ts";

/**
 * Refuses a place for figures, before long work whose result would be lost: one
 * that cannot be written to, or that holds something else, which nobody loses to a
 * mistyped `--out`.
 *
 * @param out The file.
 * @throws {InputError} If it cannot be written, or holds no figures.
 */
export async function requireResultPlace(out: string): Promise<void> {
  const info = await Deno.stat(out).catch(() => null);
  if (info && !(info.isFile && await holdsFigures(out))) {
    throw new InputError(
      `write ${out}`,
      "it must hold figures of a benchmark, or not yet be",
      { hint: "give another --out" },
    );
  }
  await requireWritable(out);
}

async function holdsFigures(path: string): Promise<boolean> {
  try {
    const { recipe, machines } = JSON.parse(await Deno.readTextFile(path));
    return typeof recipe === "string" && typeof machines === "object";
  } catch {
    return false;
  }
}
