import assert from "node:assert/strict";
import { incidentHostIn, incidentTimeIn } from "@lib/pipeline/incident_id.ts";

Deno.test("incidentHostIn() and incidentTimeIn() take an id apart, whatever the host's name", () => {
  for (
    const host of ["web-1", "a-20260101T000000Z", "<img src=x> ../db", "日本"]
  ) {
    const id = `${host}-20260301T135800Z`;
    assert.equal(incidentHostIn(id), host);
    assert.equal(incidentTimeIn(id), "20260301T135800Z");
  }
});

Deno.test("incidentHostIn() and incidentTimeIn() of what is no id give nothing", () => {
  for (const id of ["", "web-1", "web-1-2026-03-01", "20260301T135800Z"]) {
    assert.equal(incidentHostIn(id), null, id);
    assert.equal(incidentTimeIn(id), null, id);
  }
});
