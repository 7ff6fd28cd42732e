import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import { parseDeepLink, writeDeepLink } from "@lib/report/page/deep_link.ts";
import type { PageIncident } from "@lib/report/page/page_data.ts";

const incident: PageIncident = {
  id: "web-1-20260301T060000Z",
  number: 3,
  section: "incident-3",
  kind: "anomaly",
  start: "2026-03-01T06:00:00Z",
  end: "2026-03-01T06:10:00Z",
  signals: ["load-1m"],
};
const data = { intervalMs: 60_000, incidents: [incident] };
const six = Date.UTC(2026, 2, 1, 6);
const seven = Date.UTC(2026, 2, 1, 7);

const CASES = [
  { hash: "", target: undefined, range: undefined },
  { hash: "#", target: undefined, range: undefined },
  { hash: "#trends", target: "trends", range: undefined },
  {
    hash: "#incident-web-1-20260301T060000Z",
    target: "incident-3",
    range: undefined,
  },
  {
    hash: "#incident-web-1-20260301T055700Z",
    target: "incident-3",
    range: undefined,
  },
  {
    hash: "#incident-web-1-20260301T050000Z",
    target: "incident-web-1-20260301T050000Z",
    range: undefined,
  },
  {
    hash: "#incident-web-1-20269999T050000Z",
    target: "incident-web-1-20269999T050000Z",
    range: undefined,
  },
  {
    hash: "#t=2026-03-01T06:00Z/2026-03-01T07:00Z",
    target: undefined,
    range: [six, seven],
  },
  {
    hash: "#incident-3&t=2026-03-01T06%3A00Z%2F2026-03-01T07%3A00Z",
    target: "incident-3",
    range: [six, seven],
  },
  {
    hash: "#t=2026-03-01T06:30Z",
    target: undefined,
    range: [six, seven],
  },
  {
    hash: "#t=2026-03-01T06:00/2026-03-01 07:00",
    target: undefined,
    range: [six, seven],
  },
  {
    hash: "#t=2026-03-01T06:00+00:00/2026-03-01T09:00+02:00",
    target: undefined,
    range: [six, seven],
  },
  { hash: "#t=yesterday", target: undefined, range: undefined },
  {
    hash: "#t=2026-03-01T07:00Z/2026-03-01T06:00Z",
    target: undefined,
    range: undefined,
  },
  { hash: "#%E0%A4%A", target: "%E0%A4%A", range: undefined },
];

for (const { hash, ...expected } of CASES) {
  Deno.test(`parseDeepLink() reads ${hash || "nothing"}`, () => {
    assert.deepEqual(parseDeepLink(hash, data), expected);
  });
}

Deno.test("parseDeepLink() takes a time without a zone as UTC, wherever its reader is", () => {
  const zone = Deno.env.get("TZ");
  try {
    Deno.env.set("TZ", "Asia/Tokyo");
    assert.equal(new Date(0).getTimezoneOffset(), -540, "the zone is set");
    const hash = "#t=2026-03-01T06:00/2026-03-01T07:00";
    assert.deepEqual(parseDeepLink(hash, data).range, [six, seven]);
  } finally {
    if (zone === undefined) Deno.env.delete("TZ");
    else Deno.env.set("TZ", zone);
  }
});

Deno.test("parseDeepLink() reads what writeDeepLink() wrote", () => {
  const link = fc.record({
    target: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    range: fc.option(
      fc.tuple(fc.nat(2e12), fc.integer({ min: 1, max: 1e10 }))
        .map(([from, length]) => [from, from + length] as const),
      { nil: undefined },
    ),
  }).filter(({ target }) => !target?.startsWith("t="));
  fc.assert(fc.property(link, (written) => {
    assert.deepEqual(parseDeepLink(writeDeepLink(written), data), {
      ...written,
    });
  }));
});
