import { InputError } from "../errors.ts";
import type { Engine, EngineChoice } from "./engine.ts";
import { simdEngine } from "./simd/simd_engine.ts";
import { tfjsEngine } from "./tfjs/tfjs_engine.ts";
import { loadTfjsNode, tfjsNodeObstacle } from "./tfjs/tfjs_node.ts";
import { loadTfjsWasm } from "./tfjs/tfjs_wasm.ts";

/** How an engine may compute. */
export interface EngineOptions {
  /**
   * Threads that the engine simd may use; it takes fewer where the work is not
   * worth them, and gives the same results with any number. The others ignore it.
   *
   * @default as many as this process may use
   */
  readonly threads?: number;
}

/**
 * Opens an engine; its libraries are loaded only now.
 *
 * `auto` takes simd, which needs the permission read and works wherever Deno does.
 * tfjs-node needs more (see {@linkcode loadTfjsNode}), tfjs' own WebAssembly
 * backend only read. No permission is asked for.
 *
 * @param choice Which one.
 * @param options Threads.
 * @returns The engine; it lives as long as the process.
 * @throws {InputError} If tfjs-node was chosen and does not work here.
 *
 * @example Usage
 * ```ts
 * import { openEngine } from "@lib/model/open_engine.ts";
 * import assert from "node:assert/strict";
 *
 * const engine = await openEngine("auto", { threads: 2 });
 * assert.equal(engine.name, "simd");
 * ```
 */
export async function openEngine(
  choice: EngineChoice,
  options: EngineOptions = {},
): Promise<Engine> {
  switch (choice) {
    case "auto":
    case "simd":
      return await simdEngine(options);
    case "wasm":
      return tfjsEngine(await loadTfjsWasm());
    case "tfjs-node":
      return await openTfjsNode();
  }
}

async function openTfjsNode(): Promise<Engine> {
  const obstacle = await tfjsNodeObstacle();
  if (obstacle !== undefined) throw tfjsNodeMissing(obstacle);
  try {
    return tfjsEngine(await loadTfjsNode());
  } catch (cause) {
    // Missing libraries, another platform, an older processor.
    const message = cause instanceof Error ? cause.message : String(cause);
    throw tfjsNodeMissing(message.split("\n", 1)[0] ?? message);
  }
}

function tfjsNodeMissing(reason: string): InputError {
  return new InputError(
    "use the engine tfjs-node",
    `it must work here: ${reason}`,
    {
      hint:
        "`deno task setup --engine tfjs-node` makes it, without --engine nothing needs it",
    },
  );
}
