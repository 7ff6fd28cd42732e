import assert from "node:assert/strict";
import { join } from "node:path";
import { sha256OfFile } from "@lib/pipeline/base/hash.ts";
import { checkInputs, inputChecks } from "@lib/pipeline/verify/check_inputs.ts";
import { toParquet } from "@lib/source/parquet/to_parquet.ts";
import { withQuery } from "@lib/source/prometheus/recorded_query.ts";
import { inTemp } from "../../../support/temp_folder.ts";

const query = {
  ...{ server: "http://127.0.0.1:9090", instance: "web-1", step: "60s" },
  ...{ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" },
  columns: { up: "up" },
};

Deno.test("checkInputs() holds a recorded query against the one in the file", () =>
  inTemp(async (dir) => {
    const plain = toParquet([
      { name: "timestamp", kind: "time", ms: Float64Array.of(0) },
    ]);
    await Deno.writeFile(join(dir, "plain"), plain);
    await Deno.writeFile(join(dir, "asked"), withQuery(plain, query));
    const stateOf = async (
      file: string,
      said?: typeof query,
      files: { files?: [] } = { files: [] },
    ) => {
      const path = join(dir, file);
      const input = {
        role: "data",
        path,
        ...await sha256OfFile(path),
      } as const;
      const inputs = [said === undefined ? input : { ...input, query: said }];
      const run = { inputs, ...files };
      const checked = await checkInputs(run, { elsewhere: null });
      const [check] = inputChecks(checked, { run, looked: false });
      return check?.state;
    };
    assert.equal(await stateOf("asked", query), "holds");
    assert.equal(await stateOf("plain"), "holds");
    // Forged, left out, and of a file that nobody asked for.
    const other = { ...query, server: "http://example.org/" };
    assert.equal(await stateOf("asked", other), "changed");
    assert.equal(await stateOf("asked"), "changed");
    assert.equal(await stateOf("plain", query), "changed");
    // Before files were listed, queries were not recorded either.
    assert.equal(await stateOf("asked", undefined, {}), "holds");
  }));
