import assert from "node:assert/strict";
import { prometheusAuth } from "@lib/pipeline/params/prometheus_auth.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { parseRecordParams } from "@lib/pipeline/params/record_params.ts";

const WHOLE = {
  data: "prometheus:http://127.0.0.1:9090/prom/",
  from: "2026-11-01",
  to: "2026-11-02",
  out: "a.parquet",
};

Deno.test("parseRecordParams() fills in what is not given", () => {
  assert.deepEqual(parseRecordParams(WHOLE), {
    url: "http://127.0.0.1:9090/prom",
    instance: null,
    from: Date.UTC(2026, 10, 1),
    to: Date.UTC(2026, 10, 2),
    stepMs: 60_000,
    queries: new Map(),
    out: "a.parquet",
  });
});

Deno.test("parseRecordParams() takes queries with = in them", () => {
  const query = ['a=sum(b{c="d"})', "e=f"];
  const { queries } = parseRecordParams({ ...WHOLE, query });
  assert.deepEqual([...queries], [["a", 'sum(b{c="d"})'], ["e", "f"]]);
});

const REFUSED: readonly (readonly [Record<string, unknown>, RegExp])[] = [
  [{ from: undefined }, /--from must be given/],
  [{ out: undefined }, /--out must be given/],
  [{ to: "2026-11-01" }, /--from must be before --to/],
  [{ step: "60" }, /step must be a length of time, got "60"/],
  [{ step: "0s" }, /length of time/],
  [{ query: "sum(a)" }, /name=promql/],
  [{ query: ["a=b", "a=c"] }, /each name once/],
  [{ data: "a.csv" }, /prometheus:http:\/\/HOST:PORT/],
  [{ data: "prometheus:ftp://a" }, /prometheus:http:\/\/HOST:PORT/],
  [{ window: 3 }, /got "window"/],
];
for (const [change, why] of REFUSED) {
  Deno.test(`parseRecordParams() refuses ${JSON.stringify(change)}: ${why.source}`, () => {
    assert.throws(() => parseRecordParams({ ...WHOLE, ...change }), why);
  });
}

Deno.test("no parser shows a password in an address", () => {
  const data = "prometheus:http://me:secret-word@127.0.0.1:9090";
  for (const parse of [parseRecordParams, parseParams]) {
    assert.throws(
      () => parse({ ...WHOLE, data }),
      (error: Error) => !error.message.includes("secret-word"),
    );
  }
});

const auth = (env: Readonly<Record<string, string>>) =>
  prometheusAuth((name) => env[name]);

Deno.test("prometheusAuth() makes a header of what is set", () => {
  assert.equal(auth({}), undefined);
  assert.equal(auth({ PROMETHEUS_TOKEN: "abc" }), "Bearer abc");
  // printf 'me:pässword' | base64
  assert.equal(
    auth({ PROMETHEUS_USER: "me", PROMETHEUS_PASSWORD: "pässword" }),
    "Basic bWU6cMOkc3N3b3Jk",
  );
});

Deno.test("prometheusAuth() refuses halves and mixtures without showing them", () => {
  for (
    const env of [
      { PROMETHEUS_PASSWORD: "secret-word" },
      { PROMETHEUS_TOKEN: "secret-word\n" },
      { PROMETHEUS_TOKEN: "secret-word", PROMETHEUS_USER: "me" },
    ]
  ) {
    assert.throws(
      () => auth(env),
      ({ name, message }: Error) =>
        name === "InputError" && !message.includes("secret-word"),
    );
  }
});
