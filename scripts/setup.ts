/**
 * Makes the native engine ready; done at once where there is nothing to do.
 *
 * Says everything on stderr, since other tasks' results go to stdout.
 */
import { standingStamp } from "./setup/stamp.ts";

Deno.chdir(new URL("..", import.meta.url));

let stamp = await standingStamp(Date.now());
if (stamp === undefined) {
  const { setUp } = await import("./setup/set_up.ts");
  stamp = await setUp(say);
  if (stamp.outcome === "native") say("tfjs-node is ready.");
}
if (stamp.outcome === "fallback") {
  say(`No native engine, WASM is used: ${stamp.reason}`);
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.error(line);
}
