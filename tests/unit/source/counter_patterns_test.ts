import assert from "node:assert/strict";
import { columns, read } from "../../support/read_text_table.ts";

Deno.test("readTable() takes a pattern for --counter, and proposes the nearest name", async () => {
  const csv =
    "timestamp,rx_total,tx_total,a\n0,0,0,1\n10,50,20,2\n20,90,30,3\n";
  for (
    const counted of [{ counters: ["*_total"] }, { knownCounters: ["*_total"] }]
  ) {
    const table = await read(csv, counted);
    assert.deepEqual(columns(table), {
      rx_total: [NaN, 5, 4],
      tx_total: [NaN, 2, 1],
      a: [1, 2, 3],
    });
  }
  const propose = () => "did you mean rx_total?";
  await assert.rejects(
    read(csv, { counters: ["rx_totl"], propose }),
    /got "rx_totl"; did you mean rx_total\? a has rx_total, tx_total, a$/,
  );
  await assert.rejects(read(csv, { counters: ["x*"] }), /got "x\*"/);
});
