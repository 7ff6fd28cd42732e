import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import type { StepContext } from "@lib/pipeline/evaluate.ts";
import { type Params, parseParams } from "@lib/pipeline/params/params.ts";
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

Deno.test("reportHosts() runs the one host that an incident's id names", () =>
  inTemp(async (dir) => {
    const file = join(dir, "all.csv");
    const hosts = ["web", "web-20260301T000000Z", "db"];
    const rows = hosts.map((host) => `1970-01-01T00:00:00Z,${host},1`);
    await Deno.writeTextFile(
      file,
      ["timestamp,host,cpu", ...rows, ""].join("\n"),
    );
    const told: Params[] = [];
    const commands: string[] = [];
    const ask = async (incident: string) =>
      await reportHosts(
        parseParams({ data: [file], incident, name: "one" }),
        { command: `deno task report --incident ${incident}`, listener() {} },
        {
          page: "report.html",
          run: (params, { command }) => {
            told.push(params);
            commands.push(command);
            return Promise.reject(new InputError("report", "this is a test"));
          },
        },
      );
    for (const host of hosts) {
      const id = `${host}-20260301T135800Z`;
      await assert.rejects(ask(id), /this is a test/);
      assert.equal(told.at(-1)?.host, host);
      assert.equal(told.at(-1)?.incident, id);
      // As it was given: the host follows from it again.
      assert.equal(commands.at(-1), `deno task report --incident ${id}`);
    }
    await assert.rejects(
      ask("wed-20260301T135800Z"),
      /its id must be of a host of the data, .*got "wed-20260301T135800Z"; did you mean web\?/,
    );
    await assert.rejects(
      ask("elsewhere-19990101T000000Z"),
      /got "elsewhere-19990101T000000Z"; there are web, web-20260301T000000Z, db$/,
    );
    assert.equal(told.length, hosts.length);
  }));
