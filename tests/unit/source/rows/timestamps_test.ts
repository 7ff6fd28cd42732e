import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { numericTimes, textTimes } from "@lib/source/rows/timestamps.ts";

const numeric = (...values: number[]) => {
  const { ms, form } = numericTimes(Float64Array.from(values), "a.csv");
  return { ms: [...ms], form };
};

const text = (...cells: (string | null)[]) => {
  const { ms, form } = textTimes(cells, "a.csv");
  return { ms: [...ms], form };
};

const refuses = (run: () => unknown, message: string) =>
  assert.throws(run, (error) => {
    assert.ok(error instanceof InputError);
    assert.equal(error.message, message);
    return true;
  });

Deno.test("numericTimes() takes small numbers for seconds since the start", () => {
  assert.deepEqual(numeric(0, 0.5, 1421280, 99_999_999), {
    ms: [0, 500, 1_421_280_000, 99_999_999_000],
    form: "offset",
  });
});

Deno.test("numericTimes() takes numbers from 1e8 up for epoch seconds", () => {
  assert.deepEqual(numeric(1e8, 1767225600.25), {
    ms: [1e11, 1767225600250],
    form: "epoch",
  });
});

Deno.test("numericTimes() takes numbers from 1e11 up for epoch milliseconds", () => {
  assert.deepEqual(numeric(1e11, 1767225600123), {
    ms: [1e11, 1767225600123],
    form: "epoch",
  });
});

Deno.test("numericTimes() gives NaN for what is missing or negative", () => {
  assert.deepEqual(numeric(NaN, 5, -1).ms, [NaN, 5000, NaN]);
});

Deno.test("numericTimes() refuses mixed and unknown units", () => {
  refuses(
    () => numeric(1767225600, 1767225660000),
    "Cannot read a.csv: timestamps must all be epoch seconds as the first one is, got 1767225660000; the first one is 1767225600",
  );
  refuses(
    () => numeric(5, 1767225600),
    "Cannot read a.csv: timestamps must all be seconds since the start as the first one is, got 1767225600; the first one is 5",
  );
  refuses(
    () => numeric(1767225600123456),
    "Cannot read a.csv: epoch timestamps must be in seconds or milliseconds, got 1767225600123456; divide micro- or nanoseconds first",
  );
  refuses(
    () => numeric(NaN, -5),
    "Cannot read a.csv: timestamps must be times, got -5; use ISO 8601 (2026-11-22T14:02:00Z), epoch seconds or milliseconds, or seconds since the start",
  );
});

Deno.test("textTimes() tells ISO times with a zone, without one, and numbers apart", () => {
  const ms = Date.UTC(2026, 0, 1);
  assert.deepEqual(text("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00"), {
    ms: [ms, ms],
    form: "zoned",
  });
  assert.deepEqual(text("2026-01-01"), { ms: [ms], form: "naive" });
  assert.deepEqual(text("1767225600", "1.7672256e9"), {
    ms: [ms, ms],
    form: "epoch",
  });
  assert.deepEqual(text("0", "60"), { ms: [0, 60_000], form: "offset" });
});

Deno.test("textTimes() gives NaN for cells that are no time", () => {
  assert.deepEqual(text("soon", "2026-01-01Z", null, "2026-01-01").ms, [
    NaN,
    NaN,
    NaN,
    Date.UTC(2026, 0, 1),
  ]);
});

Deno.test("textTimes() refuses mixed forms and names one of each", () => {
  refuses(
    () => text("2026-01-01T00:00:00Z", "2026-01-01T00:01:00"),
    'Cannot read a.csv: timestamps must all be written in one form, got "2026-01-01T00:00:00Z and 2026-01-01T00:01:00"; a zone on all of them or on none',
  );
  refuses(
    () => text("60", "2026-01-01T00:01:00"),
    'Cannot read a.csv: timestamps must all be written in one form, got "60 and 2026-01-01T00:01:00"',
  );
});

Deno.test("textTimes() refuses a column without any time, and one without rows", () => {
  refuses(
    () => text(null, "soon"),
    'Cannot read a.csv: timestamps must be times, got "soon"; use ISO 8601 (2026-11-22T14:02:00Z), epoch seconds or milliseconds, or seconds since the start',
  );
  refuses(
    () => text(),
    "Cannot read a.csv: it must have rows below its header",
  );
});
