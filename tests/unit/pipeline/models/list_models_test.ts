import assert from "node:assert/strict";
import { join } from "node:path";
import { listModels } from "@lib/pipeline/models/list_models.ts";
import { loadModel } from "@lib/pipeline/store/model_store.ts";
import { inStore, saveVersions } from "../../../support/model_versions.ts";
import { treeOf } from "../../../support/refusal.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

/** A run of a version with labels. */
async function writeRun(
  folder: string,
  { sha256, end, found }: {
    readonly sha256: string;
    readonly end: string;
    readonly found: number;
  },
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const write = (file: string, value: unknown) =>
    Deno.writeTextFile(join(folder, file), JSON.stringify(value));
  await write("run.json", { schemaVersion: 1, model: { sha256 } });
  await write("evaluation.json", {
    span: { start: "2026-01-03T00:00:00Z", end },
    labels: { events: 8, eventsFound: found, falseAlarmsPerDay: 0.5 },
  });
}

Deno.test("listModels() tells of each version what it learned from, how it did, and which is in use", () =>
  inStore(async (store) => {
    const training = {
      ...SAMPLE_DETECTOR.training,
      leftOut: { steps: 40, spans: [] },
      robustPass: { outcome: "left out", steps: 60, spans: [] },
      losses: [{ epoch: 1, fit: 0.2, stop: 0.25 }],
    } as const;
    await saveVersions(store, ["v1", { version: "v2", training }]);
    const createdAt = "2025-12-31T00:00:00Z";
    await saveVersions(store, [{ version: "aside", createdAt }], {
      current: "keep",
    });
    const reports = join(store, "web", "runs");
    const { sha256 } = await loadModel(store, join(store, "web/versions/v2"));
    const run = (name: string, day: number, found: number) =>
      writeRun(join(reports, name), {
        ...{ sha256, found },
        end: `2026-01-0${day}T00:00:00Z`,
      });
    await run("later", 6, 7);
    await run("earlier", 5, 3);
    const before = treeOf(store);
    const [web, ...others] = await listModels(null, { store, reports });
    assert.deepEqual(others, []);
    assert.deepEqual([web?.name, web?.current, web?.before, web?.problem], [
      ...["web", "v2", ["v1"], null],
    ]);
    assert.deepEqual(
      web?.versions.map(({ version, isCurrent }) => [version, isCurrent]),
      [["v2", true], ["v1", false], ["aside", false]],
    );
    const { labels, calibrationPerDay, bytes, ...facts } = web!.versions[0]!;
    assert.deepEqual(facts, {
      ...{ version: "v2", isCurrent: true, sha256, loss: 0.25 },
      createdAt: "2026-01-01T00:01:00Z",
      span: { start: "2026-01-01T00:00:00Z", end: "2026-01-02T00:00:00Z" },
      learnedMs: 1340 * 60_000,
      leftOutSteps: 40,
      robustPass: training.robustPass,
      intervalMs: 60_000,
      features: ["cpu-user"],
      threshold: SAMPLE_DETECTOR.threshold,
      engine: SAMPLE_DETECTOR.engine,
    });
    assert.equal(labels?.eventsFound, 7);
    assert.equal(labels?.events, 8);
    assert.ok(calibrationPerDay >= 0 && bytes > 1000);
    assert.equal(web?.versions[1]?.labels, null);
    assert.equal(web?.versions[1]?.loss, null);
    // Nothing is written, whatever is found.
    assert.deepEqual(treeOf(store), before);
  }));

Deno.test("listModels() names what is damaged with the reason, and the others all the same", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2", "v3"]);
    const at = (path: string) => join(store, "web", "versions", path);
    await Deno.remove(at("v1/manifest.json"));
    await Deno.writeTextFile(at("v3/detector.json"), "{}");
    const places = { store, reports: join(store, "none") };
    const [web] = await listModels("web", places);
    assert.deepEqual(web?.versions.map(({ version }) => version), ["v2"]);
    assert.deepEqual(web?.damaged, [
      {
        ...{ version: "v1", isCurrent: false },
        problem: "manifest.json must be there",
      },
      {
        ...{ version: "v3", isCurrent: true },
        problem:
          "detector.json must be what was saved, and its SHA-256 differs",
      },
    ]);
    assert.equal(web?.problem, null);
    for (
      const [pointer, problem] of [
        ["gone\n", /must name one of its versions, and says "gone"/],
        [null, /its file current is not there: no version is in use/],
      ] as const
    ) {
      const file = join(store, "web", "current");
      if (pointer === null) await Deno.remove(file);
      else await Deno.writeTextFile(file, pointer);
      const [dangling] = await listModels(null, places);
      assert.equal(dangling?.current, null);
      assert.match(dangling?.problem ?? "", problem);
    }
  }));

Deno.test("listModels() gives none where there is none, and refuses a name that is unknown", () =>
  inStore(async (store) => {
    const places = { store, reports: join(store, "none") };
    assert.deepEqual(await listModels(null, places), []);
    // Interrupted training is no model.
    await Deno.mkdir(join(store, "half", "checkpoints"), { recursive: true });
    assert.deepEqual(await listModels(null, places), []);
    await saveVersions(store, ["v1"]);
    await assert.rejects(listModels("db", places), /there are web$/);
  }));

Deno.test("listModels() passes over runs that are somebody else's or cut", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1"]);
    const { sha256 } = await loadModel(store, "web");
    const reports = join(store, "runs");
    const end = "2026-01-05T00:00:00Z";
    for (const name of ["cut", "odd", "none"]) {
      await writeRun(join(reports, name), { sha256, end, found: 1 });
    }
    const file = (name: string) => join(reports, name, "evaluation.json");
    await Deno.writeTextFile(file("cut"), '{"span":');
    await Deno.writeTextFile(file("odd"), "[1]");
    await Deno.remove(file("none"));
    const [web] = await listModels("web", { store, reports });
    assert.equal(web?.versions[0]?.labels, null);
  }));
