import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import type { StepContext } from "@lib/pipeline/evaluate.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { reportHosts } from "@lib/pipeline/report_hosts.ts";
import { inTemp } from "../../support/temp_folder.ts";

Deno.test("reportHosts() looks for earlier runs once for all hosts", () =>
  inTemp(async (dir) => {
    const file = join(dir, "all.csv");
    const rows = Array.from({ length: 20 }, (_, i) => {
      const time = new Date(60_000 * i).toISOString();
      return [`${time},web-1,${i % 7}`, `${time},web-2,${i % 5}`];
    });
    await Deno.writeTextFile(
      file,
      ["timestamp,host,cpu", ...rows.flat(), ""].join("\n"),
    );
    const contexts: StepContext[] = [];
    const params = parseParams({
      ...{ data: [file], earlier: [dir], out: join(dir, "out") },
    });
    const run = (_: unknown, context: StepContext) => {
      contexts.push(context);
      return Promise.reject(new InputError("report", "this is a test"));
    };
    const context = { command: "deno task report", listener: () => {} };
    await assert.rejects(
      reportHosts(params, context, { run, page: "report.html" }),
      /this is a test/,
    );
    const scans = contexts.map(({ earlierRuns }) => earlierRuns?.());
    assert.equal(scans.length, 2);
    assert.ok(scans[0] && scans[0] === scans[1]);
    assert.deepEqual(await scans[0], { runs: [], problems: [] });
  }));
