import assert from "node:assert/strict";
import { toDataFrame } from "@lib/frame/data_frame.ts";
import { tableOf } from "../../support/tables.ts";

Deno.test("toDataFrame() gives times in UTC and null where there is no value", () => {
  const frame = toDataFrame(tableOf({ "cpu-user": [1, NaN], "^a$": [3, 4] }));
  assert.deepEqual(frame.columns, ["timestamp", "cpu-user", "^a$"]);
  assert.deepEqual(frame.getColumn("cpu-user").toArray(), [1, null]);
  assert.equal(
    String(frame.getColumn("timestamp").dtype),
    "DataType(Datetime(ms,UTC))",
  );
  const [first, second] = frame.getColumn("timestamp").toArray();
  assert.deepEqual(
    [first, second].map((time) => new Date(Number(time)).toISOString()),
    ["2026-11-22T00:00:00.000Z", "2026-11-22T00:01:00.000Z"],
  );
});
