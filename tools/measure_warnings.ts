/**
 * Measures how often early warnings come without a trend, and how good they are
 * with one; prints the tables of docs/method.md.
 *
 * `deno run -A tools/measure_warnings.ts [--runs 200] [--dir FOLDER]`: with a
 * folder of labelled machines it looks every six hours at each metric of them, the
 * least and the largest value that it ever has being its limits.
 */
import { parseArgs } from "@std/cli/parse-args";
import { recorded } from "./warnings/recorded.ts";
import { leaks, silence } from "./warnings/simulated.ts";

const { runs = "200", dir } = parseArgs(Deno.args, { string: ["runs", "dir"] });
const lines = dir === undefined
  ? [...silence(Number(runs)), "", ...leaks(Number(runs))]
  : recorded(String(dir));
// deno-lint-ignore no-console
for await (const line of lines) console.log(line);
