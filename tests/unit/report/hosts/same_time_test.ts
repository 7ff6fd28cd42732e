import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import {
  emptyEntry,
  type IndexEntry,
  type IndexIncident,
} from "@lib/report/hosts/index_entry.ts";
import { sameTimes } from "@lib/report/hosts/same_time.ts";

const MINUTE = 60_000;

/** A host with incidents from minute to minute, the second not included. */
function host(
  name: string,
  spans: readonly (readonly [number, number])[],
  signals: readonly string[] = [],
): IndexEntry {
  const time = (minute: number) => new Date(minute * MINUTE).toISOString();
  const found = spans.map(([from, to], index): IndexIncident => ({
    id: `${name}-${index}`,
    number: index + 1,
    kind: "anomaly",
    severity: "minor",
    start: time(from),
    end: time(to - 1),
    durationSeconds: (to - from) * 60,
    peakScore: 1,
    signals,
    section: null,
  }));
  return { ...emptyEntry(name, ""), link: "a.html", problem: null, found };
}

/** Times in minutes with the incidents in them. */
const found = (entries: readonly IndexEntry[]) =>
  sameTimes(entries).map(({ startMs, endMs, parts, shared }) => [
    startMs / MINUTE,
    endMs / MINUTE,
    parts.map(({ incident }) => incident.id).join(" "),
    shared.join(" "),
  ]);

Deno.test("sameTimes() tells from when to when at least two hosts had an incident", () => {
  const entries = [
    host("a", [[10, 20]], ["cpu", "load"]),
    host("b", [[15, 30]], ["load"]),
    host("c", [[18, 19], [40, 50]], ["swap"]),
  ];
  assert.deepEqual(found(entries), [[15, 20, "a-0 b-0 c-0", "load"]]);
  const [time] = sameTimes(entries);
  // As the page of host a says of its incident: the last step, minute 19.
  assert.equal(time?.lastMs, 19 * MINUTE);
});

Deno.test("sameTimes() does not join what one long incident has meanwhile", () => {
  const entries = [host("a", [[0, 100]]), host("b", [[10, 12], [50, 60]])];
  assert.deepEqual(found(entries), [
    [10, 12, "a-0 b-0", ""],
    [50, 60, "a-0 b-1", ""],
  ]);
});

Deno.test("sameTimes() finds nothing where incidents only touch, or are of one host", () => {
  assert.deepEqual(found([host("a", [[0, 10]]), host("b", [[10, 20]])]), []);
  assert.deepEqual(found([host("a", [[0, 10], [5, 8]])]), []);
});

Deno.test("sameTimes() says of every minute what counting hosts says", () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
    .map(([from, length]) => [from, from + length] as const);
  const hosts = fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 5 });
  fc.assert(fc.property(hosts, (all) => {
    const entries = all.map((spans, index) => host(`h${index}`, spans));
    const times = sameTimes(entries);
    for (let minute = 0; minute < 60; minute++) {
      const hit = all.filter((spans) =>
        spans.some(([from, to]) =>
          from <= minute && minute < to
        )
      ).length;
      const told = times.filter(({ startMs, endMs }) =>
        startMs <= minute * MINUTE && minute * MINUTE < endMs
      );
      assert.equal(told.length, hit >= 2 ? 1 : 0, `minute ${minute}`);
    }
  }));
});
