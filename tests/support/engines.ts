import {
  type Engine,
  ENGINE_NAMES,
  type EngineName,
} from "@lib/model/engine.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { loadTfjsNode, tfjsNodeObstacle } from "@lib/model/tfjs/tfjs_node.ts";
import { loadTfjsWasm } from "@lib/model/tfjs/tfjs_wasm.ts";
import type { TfjsBackend } from "@lib/model/tfjs/tensorflow.ts";
import { isMissing } from "../requirements.ts";

/** Whether tests of tfjs-node are left out on this machine. */
export const NO_TFJS_NODE = await isMissing({
  name: "tfjs-node",
  isThere: async () => await tfjsNodeObstacle() === undefined,
  get: "`deno task setup --engine tfjs-node`",
});

/** The engines, each with whether its tests are left out. */
export const ENGINES: readonly {
  readonly engineName: EngineName;
  readonly ignore: boolean;
}[] = ENGINE_NAMES.map((engineName) => ({
  engineName,
  ignore: engineName === "tfjs-node" && NO_TFJS_NODE,
}));

/**
 * Opens an engine by name.
 *
 * @param name Which one.
 * @returns It.
 */
export async function engineOf(name: EngineName): Promise<Engine> {
  return await openEngine(name);
}

/** The engines that are tfjs, each with whether its tests are left out. */
export const TFJS_ENGINES: readonly {
  readonly engineName: TfjsName;
  readonly ignore: boolean;
}[] = [
  { engineName: "wasm", ignore: false },
  { engineName: "tfjs-node", ignore: NO_TFJS_NODE },
];

/** An engine that is tfjs. */
export type TfjsName = Exclude<EngineName, "simd">;

/**
 * Loads the backend of an engine.
 *
 * @param name Which one.
 * @returns It, active.
 */
export async function backendOf(name: TfjsName): Promise<TfjsBackend> {
  const backend = await (name === "wasm" ? loadTfjsWasm() : loadTfjsNode());
  backend.activate();
  return backend;
}
