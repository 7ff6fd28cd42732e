/**
 * Tries for real what its argument lists, and prints how each try ended: `"done"`,
 * or the error's name.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const TRIES: Readonly<Record<string, (what: string) => unknown>> = {
  read: (path) => Deno.readFileSync(path),
  write: (path) => Deno.writeTextFileSync(path, "tried"),
  env: (name) => {
    if (Deno.env.get(name) === undefined) throw new Deno.errors.NotCapable();
  },
  unset: (name) => {
    if (Deno.env.get(name) !== undefined) throw new Error("it is set");
  },
  run: (program) => new Deno.Command(program).outputSync(),
  load: (library) => Deno.dlopen(library, {}).close(),
  require: (addon) => require(addon),
  net: async (address) => {
    const [hostname = "", port] = address.split(":");
    (await Deno.connect({ hostname, port: Number(port) })).close();
  },
  import: (url) =>
    import(url).catch(({ message }) => {
      // Any other failure would be the network's.
      if (message.includes("--no-remote")) throw new Deno.errors.NotCapable();
    }),
};

const ends: string[] = [];
const tries: readonly [how: string, what: string][] = JSON.parse(
  Deno.args[0] ?? "[]",
);
for (const [how, what] of tries) {
  try {
    await TRIES[how]?.(what);
    ends.push("done");
  } catch (error) {
    ends.push(error instanceof Error ? error.name : String(error));
  }
}
// deno-lint-ignore no-console -- the test reads it
console.log(JSON.stringify(ends));
