import assert from "node:assert/strict";
import { incidentLayout } from "@lib/chart/incident_layout.ts";

const axis = { domain: [0, 1000], places: [100, 600] } as const;
const at = (number: number, startMs: number, endMs: number) =>
  ({ number, startMs, endMs, kind: "anomaly" }) as const;

Deno.test("incidentLayout() places shades on the axis, cut and never too narrow", () => {
  const incidents = [at(1, -50, 100), at(2, 400, 401), at(3, 999, 2000)];
  const { shades, numbers } = incidentLayout(incidents, axis);
  assert.deepEqual(shades.map(({ x1, x2 }) => [x1, x2]), [
    [100, 150],
    [300, 302],
    [599.5, 600],
  ]);
  assert.deepEqual(numbers.map(({ middle }) => middle), [125, 301, 599.75]);
});

Deno.test("incidentLayout() joins shades of a colour, and numbers those with room", () => {
  const incidents = [at(1, 400, 404), at(2, 402, 410), at(3, 403, 420)];
  const [first, second, third] = incidents;
  const outage = { ...second!, kind: "outage" } as const;
  const { shades, numbers } = incidentLayout([first!, outage, third!], axis);
  assert.deepEqual(shades.map(({ x1, x2 }) => [x1, x2]), [
    [300, 310],
    [301, 305],
  ]);
  assert.notEqual(shades[0]!.fill, shades[1]!.fill);
  assert.deepEqual(numbers.map(({ text }) => text), ["1"]);
});

Deno.test("incidentLayout() leaves out what is beside the axis", () => {
  const beside = [at(1, -100, 0), at(2, 1000, 1100)];
  assert.deepEqual(incidentLayout(beside, axis), { shades: [], numbers: [] });
});

Deno.test("incidentLayout() gives the one that a report is about its own colour, a sign and room", () => {
  const aside = (number: number, startMs: number, kind: "anomaly" | "outage") =>
    ({ ...at(number, startMs, startMs + 1), kind, isAside: true }) as const;
  const incidents = [
    aside(1, 100, "outage"),
    aside(2, 402, "anomaly"),
    at(3, 410, 411),
    aside(4, 415, "anomaly"),
    aside(5, 900, "anomaly"),
  ];
  const { shades, numbers } = incidentLayout(incidents, axis);
  const [one, ...others] = ["▼ 3", "1 (outage)", "5"];
  assert.deepEqual(
    numbers.map(({ text }) => text).toSorted(),
    [one, ...others].toSorted(),
  );
  const own = shades.filter(({ fill }) => fill !== shades[0]!.fill);
  assert.deepEqual(own.map(({ x1, x2 }) => [x1, x2]), [[305, 309]]);
  // Alone it needs no sign.
  const [alone] = incidentLayout([at(3, 410, 411)], axis).numbers;
  assert.equal(alone?.text, "3");
});
