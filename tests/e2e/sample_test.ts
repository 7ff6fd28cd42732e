import assert from "node:assert/strict";
import { join } from "node:path";
import type { Contribution, Incident } from "@lib/detect/incident.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { brokenIn } from "../support/verified_run.ts";
import { runTask } from "../support/run_task.ts";

Deno.test("the bundled sample's incidents are found, with their causes, groups and confidence, by default", async () => {
  const name = `sample-${crypto.randomUUID().slice(0, 8)}`;
  const out = await Deno.makeTempDir({ prefix: "whenwhy-sample-" });
  try {
    const { code, stdout, stderr } = await runTask("evaluate", [
      ...["--name", name, "--out", join(out, "run"), "--json"],
    ]);
    assert.equal(code, 0, stderr);
    const { labels, incidents } = JSON.parse(stdout.join("\n"));
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

    const anomaly = incidents.find(({ kind }: Incident) => kind === "anomaly");
    const groupOf = (feature: string) =>
      anomaly.contributions
        .find((one: Contribution) => one.feature === feature)?.group;
    assert.deepEqual(
      ["load-1m", "load-5m", "load-15m", "cpu-iowait"].map(groupOf),
      ["load-1m", "load-1m", "load-1m", null],
    );
    assert.equal(anomaly.confidence.level, "low");
    assert.match(anomaly.confidence.reasons[0], /less than a day$/);
    assert.equal(incidents[0].kind, "outage");
    assert.equal(incidents[0].confidence.level, "high");
  } finally {
    await Deno.remove(out, { recursive: true });
    await Deno.remove(join("data/models", name), { recursive: true });
  }
});

Deno.test("the committed sample report holds, made again from its inputs", async () => {
  const { broken, texts } = await brokenIn(fromRoot("reports/sample"));
  assert.deepEqual(broken, [], texts.join("\n"));
});
