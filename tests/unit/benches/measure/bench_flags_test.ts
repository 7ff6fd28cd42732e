import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { parseBenchFlags } from "../../../../benches/measure/bench_flags.ts";

const BENCH = { task: "bench:peers", rounds: 5 };

Deno.test("parseBenchFlags() reads rounds and a file", () => {
  const flags = (...args: string[]) => parseBenchFlags(args, BENCH);
  assert.deepEqual(flags(), { rounds: 5, out: undefined });
  const given = { rounds: 2, out: "a.json" };
  assert.deepEqual(flags("--rounds", "2", "--out", "a.json"), given);
  assert.deepEqual(flags("--out=a.json", "--rounds=2"), given);
});

Deno.test("parseBenchFlags() refuses what it would not follow", () => {
  for (
    const args of [
      ...[["--rounds", "abc"], ["--rounds", "0"], ["--rounds", "1.5"]],
      ...[["--rounds"], ["--out"], ["--bogus"], ["--bogus", "1"], ["3"]],
      ...[["-r", "2"], ["--rounds", "-1"], ["--", "x"], ["--no-out"]],
    ]
  ) {
    assert.throws(() => parseBenchFlags(args, BENCH), InputError, args.join());
  }
});

for (const script of ["benches/peers.ts", "benches/report.ts"]) {
  Deno.test(`${script} refuses a flag in one line, before it starts anything`, async () => {
    // Without the rights to write and to start programs.
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "--no-prompt", "--allow-read", "--allow-env"]
        .concat(fromRoot(script), "--rounds", "abc"),
      env: { NO_COLOR: "1" },
    }).output();
    assert.equal(code, 1);
    assert.match(
      new TextDecoder().decode(stderr),
      /^Cannot run bench:\w+: its flags must be .*, got "--rounds abc"\n$/,
    );
  });
}
