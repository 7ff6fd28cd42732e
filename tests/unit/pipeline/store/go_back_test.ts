import assert from "node:assert/strict";
import { join } from "node:path";
import { goBack } from "@lib/pipeline/store/go_back.ts";
import { loadModel } from "@lib/pipeline/store/model_store.ts";
import { parseVersionId, useVersion } from "@lib/pipeline/store/use_version.ts";
import { inStore, saveVersions } from "../../../support/model_versions.ts";
import { treeOf } from "../../../support/refusal.ts";

const currentIn = async (store: string) =>
  (await loadModel(store, "web")).detector.version;

Deno.test("goBack() goes back a version at a time until there is none, and deletes nothing", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2", "v3"]);
    const versions = treeOf(join(store, "web", "versions"));
    assert.deepEqual(await goBack(store, "web"), {
      ...{ name: "web", from: "v3", to: "v2", problems: [] },
    });
    assert.equal(await currentIn(store), "v2");
    assert.equal((await goBack(store, "web")).to, "v1");
    await assert.rejects(
      goBack(store, "web"),
      /^InputError: Cannot go back from web v1: another version must have been in use before; of the others \(v2 and v3\) one is taken by deno task train --use web@VERSION$/,
    );
    assert.equal(await currentIn(store), "v1");
    assert.deepEqual(treeOf(join(store, "web", "versions")), versions);
  }));

Deno.test("goBack() goes to what was in use, not to what was trained and kept aside", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1"]);
    await saveVersions(store, ["aside"], { current: "keep" });
    await saveVersions(store, ["v2"]);
    assert.equal((await goBack(store, "web")).to, "v1");
  }));

Deno.test("goBack() passes over versions that are deleted or damaged, and says so", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2", "v3", "v4"]);
    const at = (version: string) => join(store, "web", "versions", version);
    await Deno.remove(at("v3"), { recursive: true });
    await Deno.writeTextFile(join(at("v2"), "weights.bin"), "other");
    const { to, problems } = await goBack(store, "web");
    assert.equal(to, "v1");
    assert.deepEqual(problems, [
      "v3 is passed over: it must be there",
      "v2 is passed over: weights.bin must be what was saved, and its SHA-256 differs",
    ]);
  }));

Deno.test("goBack() and useVersion() help where the version in use cannot be loaded", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2"]);
    const broken = join(store, "web", "versions", "v2", "model.json");
    await Deno.writeTextFile(broken, "x");
    assert.equal((await goBack(store, "web")).to, "v1");
    await Deno.writeTextFile(join(store, "web", "current"), "\n");
    assert.deepEqual(await useVersion(store, parseVersionId("web@v1")), {
      ...{ name: "web", from: null, to: "v1", problems: [] },
    });
    assert.equal(await currentIn(store), "v1");
  }));

Deno.test("useVersion() goes forward again, and back the same way", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2"]);
    await goBack(store, "web");
    const { from, to } = await useVersion(store, {
      name: "web",
      version: "v2",
    });
    assert.deepEqual([from, to], ["v1", "v2"]);
    assert.equal((await goBack(store, "web")).to, "v1");
  }));

const REFUSED = [
  ["db@v1", /Cannot find the model db: .*; there are web$/],
  [
    "web@v9",
    /Cannot use web@v9: it must be a version of the model; there are v1, v2$/,
  ],
  [
    "web@v2",
    /Cannot use web@v2: detector\.json must be what was saved.*; restore it or take another$/,
  ],
] as const;

for (const [id, message] of REFUSED) {
  Deno.test(`useVersion() refuses ${id} and changes nothing`, () =>
    inStore(async (store) => {
      await saveVersions(store, ["v1", "v2"]);
      await goBack(store, "web");
      const path = join(store, "web", "versions", "v2", "detector.json");
      await Deno.writeTextFile(path, "{}");
      const before = treeOf(store);
      await assert.rejects(useVersion(store, parseVersionId(id)), message);
      assert.deepEqual(treeOf(store), before);
    }));
}

Deno.test("useVersion() does not take a version that was renamed by hand", () =>
  inStore(async (store) => {
    await saveVersions(store, ["v1", "v2"]);
    const at = (version: string) => join(store, "web", "versions", version);
    await Deno.rename(at("v1"), at("v0"));
    await assert.rejects(
      useVersion(store, { name: "web", version: "v0" }),
      /it must be web v0, and is web v1/,
    );
  }));

Deno.test("goBack() names the models there are", () =>
  inStore(async (store) => {
    await assert.rejects(
      goBack(store, "web"),
      /train one with deno task train$/,
    );
    await saveVersions(store, ["v1"]);
    await assert.rejects(goBack(store, "db"), /there are web$/);
    await assert.rejects(goBack(store, "web"), /; it is the only one$/);
  }));

for (const id of ["web", "web@", "@v1", "../x@v1", "web@../v1", "a@b@c", ""]) {
  Deno.test(`parseVersionId() refuses ${JSON.stringify(id)}`, () => {
    assert.throws(() => parseVersionId(id), /use must be NAME@VERSION, got/);
  });
}
