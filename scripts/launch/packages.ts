import { join } from "node:path";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import deno from "../../deno.json" with { type: "json" };

/** Platforms that nodejs-polars has an addon for. */
const PLATFORMS = [
  "darwin-arm64",
  "darwin-x64",
  "linux-arm64-gnu",
  "linux-arm64-musl",
  "linux-x64-gnu",
  "linux-x64-musl",
  "win32-x64-msvc",
];

/** Where packages are, by name and for real: Node's loader follows links. */
export const PACKAGES: readonly string[] = [
  ...new Set([fromRoot("node_modules"), realPath(fromRoot("node_modules"))]),
];

/** The folders of Polars' addons. */
export const POLARS_ADDONS: readonly string[] = PLATFORMS.flatMap((platform) =>
  foldersOf(deno.imports["nodejs-polars"], `-${platform}`)
);

/**
 * The engine simd: its kernel and its workers are read when it is opened. All that
 * a worker imports must lie here too, since Deno reads its modules with the task's
 * own rights; `tests/architecture_test.ts` holds it.
 */
export const ENGINE_SOURCES: string = fromRoot("lib/model/simd");

/** The threads that draw a report's pictures; the same holds for them. */
export const RASTER_SOURCES: string = fromRoot("lib/report/figures/raster");

/** The folder of tfjs-node's addon. */
export const ENGINE_ADDON: readonly string[] = foldersOf(
  deno.imports["@tensorflow/tfjs-node"],
);

/** Where Deno puts `npm:@scope/name@1.2.3`: `@scope+name@1.2.3`. */
function foldersOf(specifier: string, platform = ""): readonly string[] {
  const [, name = "", version = ""] = /^npm:(.+)@([^@]+)$/.exec(specifier) ??
    [];
  const folder = `${name.replace("/", "+")}${platform}@${version}`;
  return PACKAGES.map((packages) => join(packages, ".deno", folder));
}

function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    // Not installed yet: Deno does so before it runs anything.
    return path;
  }
}
