import { parseArgs } from "@std/cli/parse-args";
import assert from "node:assert/strict";

Deno.test("parseArgs() gives strings, booleans and lists by name", () => {
  const flags = parseArgs(
    ["--data", "a.csv", "--data=b.csv", "--json", "--seed", "7", "rest"],
    {
      string: ["data", "seed", "out", "name"],
      collect: ["data"],
      boolean: ["json", "quiet"],
      default: { out: "reports" },
    },
  );
  const data: readonly string[] = flags.data;
  const json: boolean = flags.json;
  const out: string = flags.out;
  const name: string | undefined = flags.name;
  assert.deepEqual(data, ["a.csv", "b.csv"]);
  assert.deepEqual([json, flags.quiet], [true, false]);
  assert.deepEqual([out, name, flags.seed], ["reports", undefined, "7"]);
  assert.deepEqual(flags._, ["rest"]);
});

Deno.test("parseArgs() has no flag that the options do not name", () => {
  const flags = parseArgs(["--sed", "7"], { string: ["seed"] });
  // @ts-expect-error: a misspelt flag does not compile
  assert.equal(flags.sed, 7);
});

Deno.test("parseArgs() asks about arguments that no option names", () => {
  const asked: unknown[] = [];
  const flags = parseArgs(["--foo=3", "-x", "rest"], {
    boolean: ["json"],
    unknown: (arg, key, value) => {
      asked.push([arg, key, value]);
      return false;
    },
  });
  assert.deepEqual(asked, [
    ["--foo=3", "foo", "3"],
    ["-x", "x", "rest"],
  ]);
  assert.deepEqual(flags, { _: [], json: false });
});

Deno.test("parseArgs() knows aliases and --no-", () => {
  const flags = parseArgs(["-h", "--no-color"], {
    boolean: ["help", "color"],
    negatable: ["color"],
    alias: { help: "h" },
    default: { color: true },
  });
  assert.deepEqual([flags.help, flags.color], [true, false]);
});

Deno.test("@std/cli resolves to the linked package, with an empty cache too", async () => {
  const linked = new URL("../../vendor/std-cli/parse_args.ts", import.meta.url);
  assert.equal(import.meta.resolve("@std/cli/parse-args"), linked.href);

  const cache = await Deno.makeTempDir();
  try {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--cached-only", "tests/house/empty_flags.ts"],
      cwd: new URL("../../", import.meta.url),
      env: { DENO_DIR: cache, JSR_URL: "http://127.0.0.1:9" },
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});
