import assert from "node:assert/strict";
import { momentAt } from "@lib/chart/script/moment_at.ts";
import { readSvg } from "../../../support/read_svg.ts";

const START = Date.UTC(2026, 2, 1);
const [MINUTE, DAY] = [60_000, 86_400_000];

/** 1000 units from 0. */
function moment(
  attributes: string,
  place: number,
  kept = '<path data-detail="line 9 a b c"/>',
): readonly [string, boolean] {
  const panel = readSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${kept}</svg>`,
  );
  const { rounded, hasSeconds } = momentAt(panel, place);
  return [new Date(rounded).toISOString().slice(8, 19), hasSeconds];
}

const axis = (name: string, [from, to]: readonly [number, number]) =>
  `${name}="utc ${START + from} ${START + to} 0 1000 1"`;

Deno.test("momentAt() is as exact as a tenth of a unit of what was drawn", () => {
  const hour = axis("data-x", [0, 60 * MINUTE]);
  const month = axis("data-x", [0, 30 * DAY]);
  assert.deepEqual(moment(hour, 100.03), ["01T00:06:00", true]);
  assert.deepEqual(moment(hour, 100.3), ["01T00:06:01", true]);
  assert.deepEqual(moment(month, 100.3), ["04T00:10:00", false]);
  const zoomed = `${hour} ${axis("data-whole-x", [0, 30 * DAY])}`;
  assert.deepEqual(moment(zoomed, 100.3, ""), ["01T00:10:00", false]);
  const banded = '<path data-detail="band 1 9 a b c"/>';
  assert.deepEqual(
    moment(`${zoomed} data-step="${MINUTE}"`, 100.3, banded),
    ["01T00:10:00", false],
    "the line was only moved",
  );
});

Deno.test("momentAt() is the nearest step of a zoomed panel that keeps them", () => {
  const hour = axis("data-x", [0, 60 * MINUTE]);
  const whole = axis("data-whole-x", [0, 30 * DAY]);
  const kept = (step: number) =>
    moment(`${hour} ${whole} data-step="${step}"`, 103);
  assert.deepEqual(kept(MINUTE), ["01T00:06:00", false]);
  assert.deepEqual(kept(5000), ["01T00:06:10", true]);
  assert.deepEqual(
    moment(`${hour} data-step="${MINUTE}"`, 103),
    ["01T00:06:11", true],
    "not zoomed",
  );
});

Deno.test("momentAt() does not tell a step where a place cannot", () => {
  const whole = axis("data-whole-x", [0, 365 * DAY]);
  const shown = (days: number) =>
    `${axis("data-x", [0, days * DAY])} ${whole} data-step="${MINUTE}"`;
  // 48 steps in a unit, and 260.
  const month = moment(shown(33), 100.02);
  assert.deepEqual(month, ["04T07:13:00", false]);
  const half = moment(shown(180), 100.02);
  assert.deepEqual(half, ["19T00:10:00", false], "to ten minutes");
});
