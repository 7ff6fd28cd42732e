import type { Engine } from "@lib/model/engine.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";

/**
 * Opens the engine that a run asks for, and says so where it is not the fastest.
 *
 * @param params The run's parameters.
 * @param listener Hears why the fastest engine is not used.
 * @returns The engine.
 * @throws {InputError} If an engine was asked for by name and does not work here.
 */
export async function engineFor(
  { engine: choice }: Pick<Params, "engine">,
  listener: ProgressListener,
): Promise<Engine> {
  const { engine, why } = await openEngine(choice);
  if (why) {
    listener({
      kind: "said",
      text: `Using WebAssembly, the slower engine (${why})`,
    });
  }
  return engine;
}
