import { InputError } from "@lib/errors.ts";
import type { Engine, EngineChoice } from "./engine.ts";
import type { TfjsBackend } from "./tensorflow.ts";
import { tfjsEngine } from "./tfjs_engine.ts";
import { loadTfjsNode, tfjsNodeObstacle } from "./tfjs_node.ts";
import { loadTfjsWasm } from "./tfjs_wasm.ts";

/** An engine, and why it is not the fastest one. */
export interface OpenedEngine {
  /** Trains and runs the autoencoder. */
  readonly engine: Engine;
  /** Why `auto` did not take tfjs-node, in a few words; `null` where it did. */
  readonly why: string | null;
}

/**
 * Opens an engine; tfjs is loaded only now.
 *
 * `auto` takes tfjs-node where it works and tfjs' WebAssembly backend elsewhere.
 * tfjs-node needs permissions (see {@linkcode loadTfjsNode}), the WebAssembly
 * backend only read for `node_modules`. None is asked for.
 *
 * @param choice Which one.
 * @returns The engine; it lives as long as the process.
 * @throws {InputError} If tfjs-node was chosen by name and does not work here.
 *
 * @example Usage
 * ```ts
 * import { openEngine } from "@lib/model/open_engine.ts";
 * import assert from "node:assert/strict";
 *
 * const { engine } = await openEngine("wasm");
 * assert.match(engine.version, /^tfjs-wasm 4\.22\.0/);
 * ```
 */
export async function openEngine(choice: EngineChoice): Promise<OpenedEngine> {
  if (choice === "wasm") {
    return { engine: tfjsEngine(await loadTfjsWasm()), why: null };
  }
  const native = await tryTfjsNode();
  if (typeof native !== "string") {
    return { engine: tfjsEngine(native), why: null };
  }
  if (choice === "auto") {
    return { engine: tfjsEngine(await loadTfjsWasm()), why: native };
  }
  throw new InputError(
    "use the engine tfjs-node",
    `it must work here: ${native}`,
    {
      hint: "`deno task setup` makes it, `--engine wasm` works without it",
    },
  );
}

/** Gives tfjs-node, or why there is none. */
async function tryTfjsNode(): Promise<TfjsBackend | string> {
  const obstacle = await tfjsNodeObstacle();
  if (obstacle !== undefined) return `tfjs-node: ${obstacle}`;
  try {
    return await loadTfjsNode();
  } catch (error) {
    // Missing libraries, another platform, an older processor.
    const message = error instanceof Error ? error.message : String(error);
    return `tfjs-node: ${message.split("\n", 1)[0]}`;
  }
}
