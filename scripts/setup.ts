/**
 * Makes the engine tfjs-node ready with `--engine tfjs-node`; done at once where
 * there is nothing to do. Nothing else needs set-up.
 */
import { standingStamp } from "./setup/stamp.ts";

Deno.chdir(new URL("..", import.meta.url));

const HELP = `Make the engine tfjs-node ready; no other engine needs set-up

Usage: deno task setup [flags]

  --engine tfjs-node   get TensorFlow (274 MB) and compile its addon
  --help               this text`;

const asked = Deno.args.join("=");
if (asked === "--help" || asked === "-h") say(HELP);
else if (asked === "--engine=tfjs-node") {
  let stamp = await standingStamp(Date.now());
  if (stamp === undefined) {
    const { setUp } = await import("./setup/set_up.ts");
    stamp = await setUp(say);
  }
  if (stamp.outcome === "native") say("tfjs-node is ready.");
  else end(`Cannot set up tfjs-node: ${stamp.reason}`);
} else if (asked === "") {
  say("Nothing to set up: the engine simd is ready everywhere.");
  say("`deno task setup --engine tfjs-node` makes TensorFlow's ready too.");
} else {
  end(`Cannot set up: the flag must be "--engine tfjs-node", got "${asked}"`);
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.error(line);
}

function end(line: string): never {
  say(line);
  Deno.exit(1);
}
