import deno from "../../../deno.json" with { type: "json" };

/**
 * Tells what this is and what it stands on.
 *
 * @returns Versions of whenwhy, Deno and the libraries that decide numbers.
 */
export function versions(): Readonly<Record<string, string>> {
  return {
    whenwhy: deno.version,
    deno: Deno.version.deno,
    "nodejs-polars": pinned("nodejs-polars"),
    "@tensorflow/tfjs": pinned("@tensorflow/tfjs"),
    "@observablehq/plot": pinned("@observablehq/plot"),
    "pdf-lib": pinned("pdf-lib"),
  };
}

/** The version behind the last `@` of an import such as `npm:@scope/name@1.2.3`. */
function pinned(name: keyof typeof deno.imports): string {
  return deno.imports[name].replace(/^.*@/, "");
}
