import assert from "node:assert/strict";
import { sameSvg } from "../../../../tools/notebooks/same_svg.ts";

const chart = (path: string, rings = 3, text = "load-1m") =>
  `<svg width="860"><text>${text}</text><path d="${path}"/>${
    `<circle r="2"/>`.repeat(rings)
  }</svg>`;

const line = (height: number) =>
  Array.from({ length: 50 }, (_, x) => `${x},${height}`).join("L");

Deno.test("sameSvg() takes small moves and a ring more or less for noise", () => {
  const one = chart(`M${line(100)}`);
  assert.ok(sameSvg(one, chart(`M${line(101)}`)));
  assert.ok(sameSvg(one, chart(`M${line(100)}`, 4)));
});

Deno.test("sameSvg() tells another line, other texts and other shapes", () => {
  const one = chart(`M${line(100)}`);
  assert.ok(!sameSvg(one, chart(`M${line(120)}`)));
  assert.ok(!sameSvg(one, chart(`M${line(100)}`, 3, "cpu-user")));
  assert.ok(!sameSvg(one, chart(`M${line(100)}`, 9)));
});

/** A line of spikes: noise around a level, as a metric's. */
const spiky = (points: number, level: number) =>
  Array.from({ length: points }, (_, i) => {
    const x = 160 + 680 * i / (points - 1);
    return `${x.toFixed(1)},${(level + (i * 37 % 23)).toFixed(1)}`;
  }).join("L");

Deno.test("sameSvg() takes a point more or less of a line for noise", () => {
  const one = chart(`M${spiky(300, 80)}`);
  assert.ok(sameSvg(one, chart(`M${spiky(301, 80)}`)));
  assert.ok(sameSvg(chart(`M${spiky(301, 80)}`), one));
});

Deno.test("sameSvg() tells another line of one point more", () => {
  const one = chart(`M${spiky(300, 80)}`);
  const up = Array.from({ length: 301 }, (_, i) => `${160 + i},${i / 3}`);
  for (const other of [spiky(301, 130), spiky(301, 20), up.join("L")]) {
    assert.ok(!sameSvg(one, chart(`M${other}`)));
  }
  const mirrored = up.toReversed().map((at, i) =>
    `${160 + i},${at.split(",")[1]}`
  );
  assert.ok(
    !sameSvg(
      chart(`M${up.join("L")}`),
      chart(`M${mirrored.slice(1).join("L")}`),
    ),
  );
});

Deno.test("sameSvg() compares charts without any text", () => {
  const bare = (path: string) => `<svg><path d="${path}"/></svg>`;
  assert.ok(sameSvg(bare(`M${line(100)}`), bare(`M${line(100)}`)));
  assert.ok(!sameSvg(bare(`M${line(100)}`), bare(`M${line(140)}`)));
});

Deno.test("sameSvg() tells a mark that stands elsewhere beside a new one", () => {
  const marks = (places: readonly number[]) =>
    `<svg><text>a</text>${
      places.map((x) => `<circle cx="${x}" cy="9"/>`).join("")
    }</svg>`;
  assert.ok(sameSvg(marks([100, 200, 300]), marks([100, 200, 250, 300])));
  assert.ok(!sameSvg(marks([100, 200, 300]), marks([400, 500, 600, 700])));
});
