import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "../support/run_task.ts";

Deno.test("the bundled sample's incidents are found, with their causes, by default", async () => {
  const name = `sample-${crypto.randomUUID().slice(0, 8)}`;
  const out = await Deno.makeTempDir({ prefix: "whenwhy-sample-" });
  try {
    const { code, stdout, stderr } = await runTask("evaluate", [
      ...["--name", name, "--out", join(out, "run"), "--json"],
    ]);
    assert.equal(code, 0, stderr);
    const { labels } = JSON.parse(stdout.join("\n"));
    assert.ok(labels.eventsFound >= 6, `found ${labels.eventsFound}`);
    assert.ok(labels.falseAlarms <= 2, `${labels.falseAlarms} false alarms`);
    assert.ok(
      labels.topCauseRight >= 5,
      `${labels.topCauseRight} causes right`,
    );
    const { of, withCause, byChance } = labels.counterfactuals;
    assert.ok(of >= 4, `some set clears the alarm of ${of} incidents`);
    assert.ok(withCause >= of - 1, `${withCause} of ${of} hold a cause`);
    assert.ok(withCause > 1.5 * byChance, `${byChance} by chance`);
  } finally {
    await Deno.remove(out, { recursive: true });
    await Deno.remove(join("data/models", name), { recursive: true });
  }
});
