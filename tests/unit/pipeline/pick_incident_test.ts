import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { pickIncident } from "@lib/pipeline/pick_incident.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const { incidents } = toReportView(sampleReportInput());
const ids = incidents.map(({ incident }) => incident.id);

Deno.test("pickIncident() takes the highest peak where nobody says which", () => {
  const peaks = incidents.map(({ incident }) => incident.peakScore ?? 0);
  const picked = pickIncident(incidents, null);
  assert.equal(picked.incident.peakScore, Math.max(...peaks));
  assert.equal(picked.incident.kind, "anomaly");
});

Deno.test("pickIncident() takes an outage by its id, or where there is nothing else", () => {
  const outages = incidents.filter(({ incident }) =>
    incident.kind === "outage"
  );
  assert.equal(pickIncident(outages, null), outages[0]);
  assert.equal(pickIncident(incidents, outages[0]!.incident.id), outages[0]);
});

Deno.test("pickIncident() names the ids where one is not known", () => {
  assert.throws(() => pickIncident(incidents, "web-9"), (error: Error) => {
    assert.ok(error instanceof InputError);
    assert.match(
      error.message,
      /its id must be one of the scored time, got "web-9"/,
    );
    for (const id of ids) assert.ok(error.message.includes(id), id);
    return true;
  });
  assert.throws(
    () => pickIncident(incidents, ids[0]!.replace(/.$/, "X")),
    new RegExp(`did you mean ${ids[0]}`),
  );
});

Deno.test("pickIncident() proposes the incident that began next to the time in an id", () => {
  // Digits of the first one, the time of the second.
  const near = ids[1]!.replace(/\d{4}Z$/, "0900Z");
  assert.throws(
    () => pickIncident(incidents, near),
    new RegExp(`got "${near}"; did you mean ${ids[1]}\\?$`),
  );
  const far = "elsewhere-of-old-20200301T090000Z";
  assert.throws(() => pickIncident(incidents, far), /; there are server-1-/);
});

Deno.test("pickIncident() says so where there is no incident at all", () => {
  assert.throws(
    () => pickIncident([], null),
    /Cannot tell of an incident: there must be one in the scored time; a larger --alarm-budget/,
  );
});
