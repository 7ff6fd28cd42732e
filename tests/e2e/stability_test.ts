import assert from "node:assert/strict";
import { join } from "node:path";
import { writeMachine } from "../support/labelled_folder.ts";
import { runTask } from "../support/run_task.ts";

Deno.test("deno task stability trains seeds, writes nothing, and tells how much they agree", async () => {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-stability-" });
  try {
    await writeMachine(dir, { name: "web-1", train: 400, test: 120 });
    const flags = [
      ...["--train", join(dir, "web-1.train.parquet")],
      ...["--data", join(dir, "web-1.test.parquet")],
      ...["--seeds", "2", "--epochs", "10"],
    ];
    const before = [...Deno.readDirSync(dir)].length;
    const { code, stdout, stderr } = await runTask("stability", [
      ...flags,
      "--json",
    ]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^stability 100 %, seed 2\/2$/m);
    const found = JSON.parse(stdout.join("\n"));
    assert.deepEqual(found.seeds, [1, 2]);
    const [event] = found.incidents;
    assert.deepEqual(event.foundBy, [1, 2]);
    assert.deepEqual(event.feature, { name: "b", seeds: 2 });
    assert.equal(found.changed.feature, 0);
    // The history is of hours; both seeds found it, which is no doubt.
    assert.match(event.confidence.reasons[0], /: less than a day$/);
    assert.doesNotMatch(event.confidence.reasons.join(), /seeds/);
    assert.equal([...Deno.readDirSync(dir)].length, before);

    const unknown = await runTask("stability", ["--model", "web"]);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /^Cannot run stability: every flag must be/);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
