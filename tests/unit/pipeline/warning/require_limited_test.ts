import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import {
  requireLimited,
  requireLimitedIn,
} from "@lib/pipeline/warning/require_limited.ts";
import { toParquet } from "@lib/source/parquet/to_parquet.ts";
import { inTemp } from "../../../support/temp_folder.ts";
import { metricTable } from "../../../support/metric_table.ts";

const table = {
  ...metricTable({ metrics: [metricByName("disk-used")], values: [1, 2] }),
  excluded: [{ name: "gone", unit: "", reason: "empty", detail: "" }] as const,
};

Deno.test("requireLimited() lets columns through, empty ones too", () => {
  requireLimited(table, new Map([["disk-used", 100], ["gone", null]]));
});

Deno.test("requireLimited() refuses what is no column and proposes one", () => {
  assert.throws(
    () => requireLimited(table, new Map([["disk-usd", 100]])),
    /^InputError: Cannot use --limit: it must name a column, got "disk-usd"; did you mean disk-used\? web-1 has disk-used, gone/,
  );
});

Deno.test("requireLimitedIn() refuses by the headers of CSV and Parquet alone, where they tell", () =>
  inTemp(async (dir) => {
    const write = async (name: string, content: string | Uint8Array) => {
      const path = `${dir}/${name}`;
      await Deno.writeFile(
        path,
        typeof content === "string"
          ? new TextEncoder().encode(content)
          : content,
      );
      return path;
    };
    const limits = new Map([["disk-usd", 100]]);
    // Rows that no reader would take: none is read.
    const wide = await write("a.csv", "timestamp,host,disk-used\nx,y,z,1,2\n");
    const parquet = await write(
      "b.parquet",
      toParquet([
        { name: "timestamp", kind: "time", ms: Float64Array.of(0) },
        { name: "load", kind: "double", values: Float64Array.of(1) },
      ]),
    );
    await assert.rejects(
      requireLimitedIn([wide, parquet], limits),
      /^InputError: Cannot use --limit: it must name a column, got "disk-usd"; did you mean disk-used\? the data has disk-used, load$/,
    );
    await requireLimitedIn([wide], new Map([["disk-used", 1]]));
    await requireLimitedIn([parquet], new Map([["load", 1]]));
    const long = await write("c.csv", "timestamp,metric,value\n");
    const json = await write("d.json", '{"a": 1}');
    await requireLimitedIn([wide, long], limits);
    await requireLimitedIn([json], limits);
    await requireLimitedIn(["nowhere.csv"], new Map());
  }));
