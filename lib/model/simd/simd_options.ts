import type { CrewOptions } from "./crew.ts";

/** How the engine may compute. */
export interface SimdOptions extends Pick<CrewOptions, "spawn" | "patience"> {
  /** Threads that may be used; results do not depend on it. */
  readonly threads: number;
}
