import assert from "node:assert/strict";
import { join } from "node:path";
import { compareIncidents } from "@lib/pipeline/verify/compare_incidents.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const { incidents } = sampleReportInput();
const options = { passOver: [], gone: new Set<string>() };

/** States of the checks of a file that holds this. */
async function states(recorded: unknown): Promise<string[]> {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-compare-" });
  try {
    const file = join(dir, "incidents.json");
    await Deno.writeTextFile(file, JSON.stringify(recorded));
    const checks = await compareIncidents(file, incidents, options);
    return checks.map(({ state, text }) => `${state}: ${text}`);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("compareIncidents() compares what incidents were warned of", async () => {
  assert.deepEqual(await states(incidents), ["holds: 4 incidents"]);
  const [changed] = await states(
    incidents.map((one) => ({ ...one, warnedOf: [] })),
  );
  assert.match(changed!, /^changed: .*warnedOf had 0 entries, has 1/);
});

Deno.test("compareIncidents() reads runs that did not record what incidents were warned of", async () => {
  const old = incidents.map(({ warnedOf: _, ...one }) => one);
  assert.deepEqual(await states(old), ["holds: 4 incidents"]);
});
