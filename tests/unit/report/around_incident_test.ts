import assert from "node:assert/strict";
import { aroundIncident } from "@lib/report/around_incident.ts";

Deno.test("aroundIncident() adds twice the length before and once after", () => {
  assert.deepEqual(aroundIncident({ start: 100, end: 120 }, 500), {
    start: 60,
    end: 140,
  });
});

Deno.test("aroundIncident() shows 15 steps around a short one and stays in the table", () => {
  assert.deepEqual(aroundIncident({ start: 40, end: 41 }, 500), {
    start: 10,
    end: 56,
  });
  assert.deepEqual(aroundIncident({ start: 3, end: 10 }, 12), {
    start: 0,
    end: 12,
  });
});
