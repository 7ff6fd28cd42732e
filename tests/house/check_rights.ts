import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { POLARS_ADDONS } from "../../scripts/launch/packages.ts";

/** What is tried, and how it must end. */
export type Try = readonly [
  how: string,
  what: string,
  end: "done" | "NotCapable",
];

/**
 * Tries for real, in a process with the rights that a launcher gives.
 *
 * @param rights Arguments of `deno run`.
 * @param tries What is tried, and how it must end.
 */
export async function check(
  rights: readonly string[],
  tries: readonly Try[],
): Promise<void> {
  const script = fromRoot("tests/house/try_rights.ts");
  const asked = JSON.stringify(tries.map(([how, what]) => [how, what]));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", ...rights, script, asked],
    cwd: fromRoot("."),
    env: { PROMETHEUS_TOKEN: "secret-word" },
    stderr: "inherit",
  }).output();
  const ends: readonly string[] = JSON.parse(new TextDecoder().decode(stdout));
  assert.deepEqual(
    tries.map(([how, what], i) => [how, what, ends[i]]),
    tries,
  );
}

/**
 * Names Polars' addon on this platform.
 *
 * @returns The package's folder.
 */
export function polarsAddon(): string {
  const name = "nodejs-polars-linux-x64-gnu";
  const folder = POLARS_ADDONS.find((path) => path.includes(name));
  return join(folder ?? "", "node_modules", name);
}
