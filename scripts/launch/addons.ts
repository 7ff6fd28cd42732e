import { fromRoot } from "@lib/pipeline/paths.ts";
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

/** The folders of Polars' addons. */
export const POLARS_ADDONS: readonly string[] = PLATFORMS.map((platform) =>
  folderOf(deno.imports["nodejs-polars"], `-${platform}`)
);

/** The folder of tfjs-node's addon. */
export const ENGINE_ADDON: string = folderOf(
  deno.imports["@tensorflow/tfjs-node"],
);

/** Where Deno puts `npm:@scope/name@1.2.3`: `@scope+name@1.2.3`. */
function folderOf(specifier: string, platform = ""): string {
  const [, name = "", version = ""] = /^npm:(.+)@([^@]+)$/.exec(specifier) ??
    [];
  const folder = `${name.replace("/", "+")}${platform}@${version}`;
  return fromRoot(`node_modules/.deno/${folder}`);
}
