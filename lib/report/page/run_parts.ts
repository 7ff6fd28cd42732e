/**
 * Runs the parts of a page's script in their order; one that fails ends none of
 * the others.
 *
 * @param parts The parts.
 * @param options Who hears of one that failed.
 */
export function runParts(
  parts: readonly (() => void)[],
  { onFailure }: { readonly onFailure: (error: unknown) => void },
): void {
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      onFailure(error);
    }
  }
}
