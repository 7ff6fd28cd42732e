import assert from "node:assert/strict";
import { join } from "node:path";
import { fromUser } from "../../../../scripts/user_path.ts";
import { placedParams } from "../../../../tools/notebooks/placed_params.ts";

Deno.test("placedParams() makes paths absolute in a copy that goes", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "mine.json");
    const given = { train: ["a.csv", "/srv/b.csv"], window: 12 };
    await Deno.writeTextFile(file, JSON.stringify(given));
    let copy = "";
    {
      await using placed = await placedParams(file);
      copy = placed.file ?? "";
      assert.deepEqual(JSON.parse(await Deno.readTextFile(copy)), {
        train: [fromUser("a.csv"), "/srv/b.csv"],
        window: 12,
      });
    }
    await assert.rejects(Deno.stat(copy), Deno.errors.NotFound);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("placedParams() of nothing is nothing", async () => {
  await using placed = await placedParams("");
  assert.equal(placed.file, null);
});

Deno.test("placedParams() refuses a file that is not there", async () => {
  await assert.rejects(placedParams("/nowhere.json"), { name: "InputError" });
});
