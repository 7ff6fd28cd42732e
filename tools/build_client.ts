/**
 * Bundles the scripts that pages carry into the modules that hold their text.
 */
import { fileURLToPath } from "node:url";
import { bundleModule, CLIENT_BUNDLES } from "./client_bundles.ts";

for (const bundle of CLIENT_BUNDLES) {
  const text = await bundleModule(bundle);
  const path = fileURLToPath(new URL(`../${bundle.path}`, import.meta.url));
  await Deno.writeTextFile(path, text);
  // deno-lint-ignore no-console -- what was made
  console.log(`${bundle.path}: ${text.length} characters`);
}
