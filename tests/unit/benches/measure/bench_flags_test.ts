import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { parseBenchFlags } from "../../../../benches/measure/bench_flags.ts";
import { benchHelp, OUT } from "../../../../benches/measure/bench_task.ts";

const BENCH = {
  task: "bench:peers",
  about: "Measures.",
  numbers: {
    rounds: { about: "how often", default: 5 },
    "max-rows": { about: "the largest", default: 1e7, least: 100, most: 1e9 },
  },
  texts: { out: OUT },
};

Deno.test("parseBenchFlags() reads numbers and a file", () => {
  const flags = (...args: string[]) => parseBenchFlags(args, BENCH);
  assert.deepEqual(flags(), { rounds: 5, "max-rows": 1e7 });
  const given = { rounds: 2, "max-rows": 1e7, out: "a.json" };
  assert.deepEqual(flags("--rounds", "2", "--out", "a.json"), given);
  assert.deepEqual(flags("--out=a.json", "--rounds=2"), given);
  assert.equal(flags("--max-rows", "1e6")?.["max-rows"], 1e6);
});

Deno.test("parseBenchFlags() tells help from flags, which benchHelp() lists", () => {
  assert.equal(parseBenchFlags(["--help"], BENCH), undefined);
  assert.equal(parseBenchFlags(["--rounds", "2", "-h"], BENCH), undefined);
  assert.equal(
    benchHelp(BENCH),
    `Measures.

  deno task bench:peers [--rounds N] [--max-rows N] [--out FILE.json]

  --rounds N        how often, from 1 on (5)
  --max-rows N      the largest, from 100 on (10000000)
  --out FILE.json   a file for the figures (none)
  --help            show this`,
  );
});

Deno.test("parseBenchFlags() refuses what it would not follow", () => {
  for (
    const args of [
      ...[["--rounds", "abc"], ["--rounds", "0"], ["--rounds", "1.5"]],
      ...[["--rounds"], ["--out"], ["--bogus"], ["--bogus", "1"], ["3"]],
      ...[["-r", "2"], ["--rounds", "-1"], ["--", "x"], ["--no-out"]],
      ...[["--max-rows", "99"], ["--max-rows", "2e9"], ["--rounds", " "]],
    ]
  ) {
    assert.throws(() => parseBenchFlags(args, BENCH), InputError, args.join());
  }
});

for (
  const script of [
    "benches/peers.ts",
    "benches/report.ts",
    "benches/scale.ts",
  ]
) {
  Deno.test(`${script} refuses a flag in one line, before it starts anything`, async () => {
    // Without the rights to write and to start programs.
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "--no-prompt", "--allow-read", "--allow-env"]
        .concat(fromRoot(script), "--bogus", "abc"),
      env: { NO_COLOR: "1" },
    }).output();
    assert.equal(code, 1);
    assert.match(
      new TextDecoder().decode(stderr),
      /^Cannot run bench:\w+: its flags must be .*, got "--bogus abc"\n$/,
    );
  });
}
