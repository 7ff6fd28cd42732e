import type { Engine } from "../../model/engine.ts";
import { openEngine } from "../../model/open_engine.ts";
import type { Params } from "../params/params.ts";

/**
 * Opens the engine that a run asks for.
 *
 * @param params The run's parameters.
 * @returns The engine.
 * @throws {InputError} If an engine was asked for that does not work here.
 */
export async function engineFor(
  { engine, threads }: Pick<Params, "engine" | "threads">,
): Promise<Engine> {
  return await openEngine(engine, threads === null ? {} : { threads });
}
