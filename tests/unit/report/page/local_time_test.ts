import assert from "node:assert/strict";
import { localTime } from "@lib/report/page/local_time.ts";

const MOMENT = Date.UTC(2026, 2, 29, 1);

Deno.test("localTime() is the run's, else the reader's", () => {
  assert.equal(
    localTime("Europe/Berlin", "Asia/Tokyo")?.(MOMENT),
    "2026-03-29 03:00 GMT+2 (Europe/Berlin)",
  );
  assert.equal(
    localTime(null, "Asia/Tokyo")?.(MOMENT),
    "2026-03-29 10:00 GMT+9 (Asia/Tokyo)",
  );
});

Deno.test("localTime() is nothing where it would be UTC again, or not known", () => {
  for (const zone of ["UTC", "Etc/UTC", "Etc/GMT", "Nowhere/Town"]) {
    assert.equal(localTime(zone), undefined, zone);
    assert.equal(localTime(null, zone), undefined, zone);
  }
});
