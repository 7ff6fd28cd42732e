import assert from "node:assert/strict";
import { ORIGINALS } from "../support/mutants/originals.ts";
import { runMutants } from "../support/mutants/run_mutants.ts";

/**
 * Mutants a kind of file: `-- --mutants 12500` after the test's name makes
 * 100,000 of the eight kinds, `--seed N` those of an earlier run. The gate must
 * say the same of the same tree: CI always draws the same ones.
 */
const MUTANTS = numberAfter("--mutants") ?? 500;
const SEED = numberAfter("--seed") ??
  (Deno.env.get("CI") ? 20_261_122 : Math.floor(Math.random() * 2 ** 31));

for (const original of ORIGINALS) {
  Deno.test(`readTable() of a mutated ${original.name} gives the right table or says what is wrong`, async () => {
    const tally = await runMutants({ original, seed: SEED, count: MUTANTS });
    const { accepted, refused, slowestMs, slowest, peakBytes } = tally;
    // deno-lint-ignore no-console -- figures of a long run, and its seed
    console.log(
      `${original.name}: seed ${SEED}, ${accepted} tables, ${refused} refused, ` +
        `slowest ${Math.round(slowestMs)} ms (mutant ${slowest}), ` +
        `peak ${Math.round(peakBytes / 2 ** 20)} MiB`,
    );
    assert.equal(accepted + refused, MUTANTS);
    // A reader that refuses all, or takes all, is none.
    if (MUTANTS < 100 || original.delimiter === null) return;
    assert.ok(accepted > 0 && refused > 0);
  });
}

function numberAfter(flag: string): number | undefined {
  const at = Deno.args.indexOf(flag);
  return at < 0 ? undefined : Number(Deno.args[at + 1]);
}
