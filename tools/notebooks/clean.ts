/**
 * Cleans notebooks in place, or one from standard input to standard output:
 * `deno run --allow-read --allow-write tools/notebooks/clean.ts [FILE…]`.
 * Without files it is a git filter: `clean = deno run -q tools/notebooks/clean.ts`.
 *
 * @module
 */
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import { parseNotebook } from "./notebook.ts";

const clean = (text: string, name: string) =>
  formatNotebook(cleanNotebook(parseNotebook(text, name)));

if (import.meta.main) {
  if (Deno.args.length === 0) {
    const text = await new Response(Deno.stdin.readable).text();
    await new Blob([clean(text, "standard input")]).stream()
      .pipeTo(Deno.stdout.writable);
  }
  for (const path of Deno.args) {
    const before = await Deno.readTextFile(path);
    const after = clean(before, path);
    if (after !== before) await Deno.writeTextFile(path, after);
  }
}
