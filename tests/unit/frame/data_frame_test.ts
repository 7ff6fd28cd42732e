import assert from "node:assert/strict";
import { showFrame, toDataFrame } from "@lib/frame/data_frame.ts";
import pl from "nodejs-polars";
import { formsOf } from "../../support/forms_of.ts";
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

Deno.test("toDataFrame() shows its size, times that can be read, and both ends", async () => {
  const values = Array.from({ length: 100 }, (_, t) => t / 3);
  const forms = await formsOf(toDataFrame(tableOf({ "<a>": values })));
  const lines = forms["text/plain"]?.split("\n") ?? [];
  assert.equal(lines[0], "100 rows × 2 columns");
  assert.equal(lines.length, 2 + 11);
  assert.match(lines[2] ?? "", /^2026-11-22T00:00:00Z +0$/);
  assert.match(lines[7] ?? "", /^… +…$/);
  assert.match(lines[12] ?? "", /^2026-11-22T01:39:00Z +33$/);
  assert.match(forms["text/html"] ?? "", /&lt;a&gt;/);
});

Deno.test("showFrame() shows all of a short frame, texts and what is missing", async () => {
  const frame = pl.DataFrame({ name: ["a", null], size: [1.23456, null] });
  const forms = await formsOf(showFrame(frame));
  assert.equal(forms["text/plain"], "name  size\na     1.23\n—        —");
});
